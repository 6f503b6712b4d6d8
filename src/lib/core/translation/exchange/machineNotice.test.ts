import { expect, test } from 'vitest';
import { machineNotice } from './machineNotice';

test.each([
	['Translated by DeepL', true],
	['*Translated from Swedish by Google Translate*', true],
	['Translation: ChatGPT', true],
	['Översatt av DeepL.', true],
	['Översättning: Google Translate', true],
	['Machine translation', true],
	['Maskinöversatt från engelska', true],
	['Machine translated with DeepL', true],
	['Automatically translated', true],
	['Translated by Ida Holm', false],
	['Translated by Mtambo Aina', false],
	['Översättning: Ida Holm', false],
	['Machine translation has come far since 1954.', false],
	['The letter was translated by Google Translate and nobody noticed it for years.', false],
	['Maskinöversättningens historia', false]
])('%j says that a machine translated it: %s', (line, expected) => {
	expect(machineNotice([line], []) !== null).toBe(expected);
	expect(machineNotice([], ['The first paragraph.', line]) !== null).toBe(expected);
});

test('a line in the middle of a text speaks of something else', () => {
	const around = Array.from({ length: 5 }, (_, at) => `Paragraph ${at}.`);
	expect(machineNotice([], [...around, 'Translated by DeepL', ...around])).toBeNull();
});

test('an engine with a person’s name is asked about', () => {
	expect(machineNotice(['Translated by Claude Lind'], [])).toMatchObject({ certain: false });
	expect(machineNotice(['Translated by DeepL'], [])).toMatchObject({ certain: true });
});
