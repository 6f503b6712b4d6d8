import { describe, expect, it } from 'vitest';
import type { Piece } from './piece';
import { beginsAsSpeech, hasDialogue, holdsSpeech, isReply, isStory, isTold } from './speech';

const piece = (text: string): Piece => ({
	text,
	apart: true,
	gap: 1,
	indent: 0,
	inset: null,
	role: { kind: 'prose' }
});

describe('a line begins as speech', () => {
	it.each([
		'– Ja.',
		'—Yes.',
		'-- Nej.',
		'--Nej.',
		'- Nej.',
		'-Nej.',
		'”Ja.”',
		'»Ja», sade hon.',
		"'Yes,' said Ann.",
		'_– Ja._'
	])('%s', (text) => {
		expect(beginsAsSpeech(text)).toBe(true);
	});

	it.each(['Ja.', '-talet', '’twas so', '1 – Havet', '*Havet*', '---'])('but not %s', (text) => {
		expect(beginsAsSpeech(text)).toBe(false);
	});
});

it('a reply shows it by its speaker, its question or a dash inside', () => {
	expect(isReply('- Kom nu, sade hon.')).toBe(true);
	expect(isReply('- Kommer du?')).toBe(true);
	expect(isReply('– Kom nu. – Skynda dig.')).toBe(true);
	expect(isReply('- Kom nu.')).toBe(false);
	expect(isReply('- en båt, sade hon')).toBe(false);
});

it('a colon announces speech after a verb of speech', () => {
	expect(isTold('Då vände han sig om och sade till henne:')).toBe(true);
	expect(isTold('Det här behövs:')).toBe(false);
	expect(isTold('Hon sade det. Det här behövs:')).toBe(false);
});

it('a line holds speech after a colon or a comma', () => {
	expect(holdsSpeech('Eva såg upp: ”Vem där?”')).toBe(true);
	expect(holdsSpeech('Om ”havet” i dikten')).toBe(false);
});

describe('a text', () => {
	const told = ['”Kom nu”, sade Bo.', '“I will,” said Ann.', '‘Not now,’ he said.'].map(piece);
	const narrated = Array.from({ length: 10 }, () => piece('Det blåste hela natten.'));

	it('has dialogue if paragraphs are quoted words with the writer’s own beside them', () => {
		expect(hasDialogue([...told, ...narrated])).toBe(true);
		expect(isStory([...told, ...narrated])).toBe(true);
	});

	it('has none if the quoted paragraphs are only quoted', () => {
		const quoted = ['”Det var så det var.”', '”Vi såg det.”', '”Så gick det.”'].map(piece);
		expect(hasDialogue([...quoted, ...narrated])).toBe(false);
	});
});
