/** The parts of a DOCX that are the same in every file, or nearly: styles, lists, types. */
import { element, empty, xmlDeclaration, type Attributes } from './markup';
import { officeLang } from './docxRuns';

export const namespaces: Attributes = {
	'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
	'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
	'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
	'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
	'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture'
};

const val = (value: string | number): Attributes => ({ 'w:val': value });

interface Style {
	readonly id: string;
	readonly name: string;
	readonly type?: 'paragraph' | 'character';
	/** Properties of paragraphs and of runs, as XML. */
	readonly paragraph?: string;
	readonly run?: string;
	readonly isDefault?: boolean;
}

const size = (halfPoints: number): string =>
	empty('w:sz', val(halfPoints)) + empty('w:szCs', val(halfPoints));
const spacing = (before: number, after: number): string =>
	empty('w:spacing', { 'w:before': before, 'w:after': after });
const bold = empty('w:b');
const italic = empty('w:i');

const heading = (level: number): Style => ({
	id: `Heading${level}`,
	name: `heading ${level}`,
	paragraph: empty('w:keepNext') + spacing(240, 80) + empty('w:outlineLvl', val(level - 1)),
	run: bold + size(Math.max(22, 36 - level * 4))
});

const styles: readonly Style[] = [
	{ id: 'Normal', name: 'Normal', isDefault: true, paragraph: spacing(0, 120) },
	{ id: 'Title', name: 'Title', paragraph: spacing(0, 120), run: bold + size(44) },
	{ id: 'Subtitle', name: 'Subtitle', paragraph: spacing(0, 120), run: bold + size(28) },
	{ id: 'Author', name: 'Author' },
	...[1, 2, 3, 4, 5, 6].map(heading),
	{ id: 'Lead', name: 'Lead', run: bold },
	{ id: 'Quote', name: 'Quote', paragraph: spacing(0, 120) + empty('w:ind', { 'w:left': 425 }) },
	{ id: 'Caption', name: 'caption', run: size(19) },
	{
		id: 'ListBullet',
		name: 'List Bullet',
		paragraph:
			element('w:numPr', {}, empty('w:ilvl', val(0)) + empty('w:numId', val(1))) +
			empty('w:ind', { 'w:left': 360, 'w:hanging': 360 })
	},
	{ id: 'Credit', name: 'Credit', paragraph: spacing(0, 60), run: italic + size(18) },
	{ id: 'ColumnHead', name: 'Column Head', run: size(18) },
	{ id: 'FootnoteText', name: 'footnote text', paragraph: spacing(0, 40), run: size(19) },
	{
		id: 'FootnoteReference',
		name: 'footnote reference',
		type: 'character',
		run: empty('w:vertAlign', val('superscript'))
	},
	{
		id: 'Hyperlink',
		name: 'Hyperlink',
		type: 'character',
		run: empty('w:color', val('0563C1')) + empty('w:u', val('single'))
	}
];

const styleXml = ({ id, name, type = 'paragraph', paragraph, run, isDefault }: Style): string =>
	element(
		'w:style',
		{ 'w:type': type, 'w:default': isDefault ? 1 : null, 'w:styleId': id },
		[
			empty('w:name', val(name)),
			isDefault || type === 'character' ? '' : empty('w:basedOn', val('Normal')),
			empty('w:qFormat'),
			paragraph === undefined ? '' : element('w:pPr', {}, paragraph),
			run === undefined ? '' : element('w:rPr', {}, run)
		].join('')
	);

export function stylesPart(lang: string): string {
	const fonts = { 'w:ascii': 'Georgia', 'w:hAnsi': 'Georgia', 'w:cs': 'Times New Roman' };
	const run = empty('w:rFonts', fonts) + size(22) + empty('w:lang', val(officeLang(lang)));
	const defaults = element(
		'w:docDefaults',
		{},
		element('w:rPrDefault', {}, element('w:rPr', {}, run))
	);
	return xmlDeclaration + element('w:styles', namespaces, defaults + styles.map(styleXml).join(''));
}

export const numberingPart: string =
	xmlDeclaration +
	element(
		'w:numbering',
		namespaces,
		element(
			'w:abstractNum',
			{ 'w:abstractNumId': 0 },
			element(
				'w:lvl',
				{ 'w:ilvl': 0 },
				empty('w:start', val(1)) +
					empty('w:numFmt', val('bullet')) +
					empty('w:lvlText', val('•')) +
					empty('w:lvlJc', val('left')) +
					element('w:pPr', {}, empty('w:ind', { 'w:left': 360, 'w:hanging': 360 }))
			)
		) + element('w:num', { 'w:numId': 1 }, empty('w:abstractNumId', val(0)))
	);

const separator = (id: number, type: string, mark: string): string =>
	element(
		'w:footnote',
		{ 'w:type': type, 'w:id': id },
		element('w:p', {}, element('w:r', {}, empty(mark)))
	);

/** The first id of a note: two lower ones belong to the lines above notes. */
export const firstNoteId = 1;

export const footnotesPart = (notes: readonly string[]): string =>
	xmlDeclaration +
	element(
		'w:footnotes',
		namespaces,
		separator(-1, 'separator', 'w:separator') +
			separator(0, 'continuationSeparator', 'w:continuationSeparator') +
			notes.join('')
	);

export const settingsPart: string =
	xmlDeclaration +
	element(
		'w:settings',
		namespaces,
		element(
			'w:footnotePr',
			{},
			empty('w:footnote', { 'w:id': -1 }) + empty('w:footnote', { 'w:id': 0 })
		) +
			element(
				'w:compat',
				{},
				empty('w:compatSetting', {
					'w:name': 'compatibilityMode',
					'w:uri': 'http://schemas.microsoft.com/office/word',
					'w:val': 15
				})
			)
	);

const wordType = (part: string): string =>
	`application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`;

export const contentTypes: string =
	xmlDeclaration +
	element(
		'Types',
		{ xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
		[
			['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
			['xml', 'application/xml'],
			['jpg', 'image/jpeg'],
			['png', 'image/png'],
			['gif', 'image/gif'],
			['webp', 'image/webp']
		]
			.map(([ending, type]) => empty('Default', { Extension: ending, ContentType: type }))
			.join('') +
			[
				['/word/document.xml', wordType('document.main')],
				['/word/styles.xml', wordType('styles')],
				['/word/numbering.xml', wordType('numbering')],
				['/word/footnotes.xml', wordType('footnotes')],
				['/word/settings.xml', wordType('settings')],
				['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml']
			]
				.map(([name, type]) => empty('Override', { PartName: name, ContentType: type }))
				.join('')
	);

export interface Relation {
	readonly id: string;
	/** The last part of its type’s address. */
	readonly type: string;
	readonly target: string;
	readonly isOutside?: boolean;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const relationsPart = (relations: readonly Relation[]): string =>
	xmlDeclaration +
	element(
		'Relationships',
		{ xmlns: packaged },
		relations
			.map(({ id, type, target, isOutside }) =>
				empty('Relationship', {
					Id: id,
					Type: type === 'core-properties' ? `${packaged}/metadata/${type}` : office + type,
					Target: target,
					TargetMode: isOutside ? 'External' : null
				})
			)
			.join('')
	);
