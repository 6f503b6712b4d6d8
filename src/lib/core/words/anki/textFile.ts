/**
 * Notes as a text file for Anki’s import, with headers as Anki 2.1.54 and later read them:
 * https://docs.ankiweb.net/importing/text-files.html#file-headers
 */
import { deckName, fieldNames, noteTypeName, type AnkiNote } from './anki';

const columns = ['Guid', ...fieldNames, 'Tags'];

/** Returns the lines of a file: tabs between fields, a note a line. */
export function ankiText(notes: readonly AnkiNote[]): string {
	const headers = [
		'#separator:tab',
		'#html:true',
		`#notetype:${noteTypeName}`,
		`#deck:${deckName}`,
		`#columns:${columns.join('\t')}`,
		'#guid column:1',
		`#tags column:${columns.length}`
	];
	const lines = notes.map(({ guid, fields, tags }) => [guid, ...fields, tags.join(' ')].join('\t'));
	return [...headers, ...lines, ''].join('\n');
}
