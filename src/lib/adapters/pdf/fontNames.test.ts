import { expect, test } from 'vitest';
import { styleOfName } from './fontNames';

test.each([
	['Times-Roman', ''],
	['ABCDEF+Garamond-BoldItalic', 'bold italic'],
	['NimbusRomNo9L-Regu', ''],
	['SFGMDP+NimbusRomNo9L-Medi', 'bold'],
	['NimbusRomNo9L-MediItal', 'bold italic'],
	['Gotham-Medium', ''],
	['CMR10', ''],
	['ABCDEF+CMBX12', 'bold'],
	['CMBXTI10', 'bold italic'],
	['CMTI10', 'italic'],
	['SFSL1000', 'italic'],
	['CMMI10', '']
])('the letters of %s are %s', (name, expected) => {
	const { bold, italic } = styleOfName(name);
	expect([bold ? 'bold' : '', italic ? 'italic' : ''].join(' ').trim()).toBe(expected);
});
