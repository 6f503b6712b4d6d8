import { describe, expect, it } from 'vitest';
import { chooseVoice, voicesOf, voiceSystem, type Voice } from './voice';

const voice = (id: string, lang: string, isLocal = true, isDefault = false): Voice => ({
	...{ id, name: id, lang, isLocal, isDefault }
});
const voices = [
	voice('far', 'sv-SE', false, true),
	voice('near', 'sv_SE'),
	voice('plain', 'sv'),
	voice('us', 'en-US'),
	voice('gb', 'en-GB', true, true)
];

describe('the voice of a language', () => {
	it('is one of this device, the system’s own choice first', () => {
		expect(voicesOf('sv', voices).map(({ id }) => id)).toEqual(['plain', 'near', 'far']);
		expect(voicesOf('en', voices).map(({ id }) => id)).toEqual(['gb', 'us']);
	});
	it('is the reader’s where it is there, also one that sends the text away', () => {
		expect(chooseVoice('sv', voices, 'far')).toMatchObject({ voice: { id: 'far' } });
	});
	it('is another of this device where the reader’s is gone', () => {
		expect(chooseVoice('sv', voices, 'gone')).toMatchObject({ voice: { id: 'plain' } });
	});
	it('is never one that sends the text away unless the reader chose it', () => {
		const far = voices.filter(({ isLocal }) => !isLocal);
		expect(chooseVoice('sv', far, null)).toEqual({ kind: 'remote-only' });
		expect(chooseVoice('sv', far, 'gone')).toEqual({ kind: 'remote-only' });
	});
	it('is missing where the device has none', () => {
		expect(chooseVoice('en', [voice('near', 'sv')], null)).toEqual({ kind: 'none' });
	});
});

describe('the system', () => {
	it.each([
		['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 0, 'windows'],
		['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 0, 'mac'],
		['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5, 'ios'],
		['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5, 'ios'],
		['Mozilla/5.0 (Linux; Android 15)', 5, 'android'],
		['Mozilla/5.0 (X11; CrOS x86_64 15000)', 0, 'chromeos'],
		['Mozilla/5.0 (X11; Linux x86_64)', 0, 'linux'],
		['Something else', 0, 'other']
	] as const)('of “%s” with %i fingers is %s', (agent, touch, system) => {
		expect(voiceSystem(agent, touch)).toBe(system);
	});
});
