/**
 * Schemas that text from outside must pass: metadata, block shapes, whole articles. Every file
 * and message that carries these uses them. Unknown keys are errors: ignoring a misspelt key
 * would lose its value.
 */
import * as v from 'valibot';
import type { Article, Block, Metadata, Work, Written } from './article';
import { fingerprint, parseFingerprint } from './fingerprint';

/** One line of text: not empty, no white space at its ends. */
export const lineSchema = v.pipe(
	v.string(),
	v.regex(/^\S(?:.*\S)?$/u, 'must be one line of text, not empty, not padded')
);

/**
 * A paragraph in inline Markdown: not empty, no white space at the ends of its lines, which are
 * parted by line breaks (see `inline.ts`).
 */
export const paragraphSchema = v.pipe(
	v.string(),
	v.regex(
		/^\S(?:.*\S)?(?:\\\n\S(?:.*\S)?)*$/u,
		'must be a paragraph, not empty, not padded, its lines parted by a backslash and a line end'
	)
);

/** The part of BCP 47 that languages of texts need. */
export const langSchema = v.pipe(
	v.string(),
	v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag')
);

export const idSchema = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
);

/** A day in ISO 8601. */
export const daySchema = v.pipe(
	v.string(),
	v.regex(/^\d{4}-[01]\d-[0-3]\d$/, 'must be a date such as 2022-01-15')
);

/** EDTF level 0: a year, month or day, or an interval of two. */
const issuedSchema = v.pipe(
	v.string(),
	v.regex(
		/^\d{4}(?:-[01]\d(?:-[0-3]\d)?)?(?:\/\d{4}(?:-[01]\d(?:-[0-3]\d)?)?)?$/,
		'must be an EDTF date such as 2022-01-15 or 2022-01-17/2022-01-21'
	)
);

const addressSchema = v.pipe(
	v.string(),
	v.regex(/^https?:\/\/\S+$/, 'must be an address on the web')
);

const authorsSchema = v.pipe(v.array(lineSchema), v.minLength(1));

export const metadataEntries = {
	lang: langSchema,
	title: v.exactOptional(lineSchema),
	authors: v.exactOptional(authorsSchema),
	publication: v.exactOptional(lineSchema),
	issued: v.exactOptional(issuedSchema),
	address: v.exactOptional(addressSchema),
	rights: v.exactOptional(lineSchema)
};

export const metadataSchema: v.GenericSchema<unknown, Metadata> = v.strictObject(metadataEntries);

export const workSchema: v.GenericSchema<unknown, Work> = v.strictObject({
	title: lineSchema,
	authors: v.exactOptional(authorsSchema),
	publication: v.exactOptional(lineSchema),
	issued: v.exactOptional(issuedSchema),
	address: v.exactOptional(addressSchema)
});

/** A number of things, or the place of one in a list. */
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const writtenSchema: v.GenericSchema<unknown, Written> = v.strictObject({
	by: v.literal('ai'),
	from: countSchema
});

export const fingerprintSchema = v.pipe(
	v.string(),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const known = parseFingerprint(dataset.value);
		if (known) return known;
		addIssue({ message: 'must be a fingerprint: 16 hexadecimal digits' });
		return NEVER;
	})
);

const levelSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6));

/** Combines `entries` with the fields that set one kind of block apart from another. */
export const shaped = <Entries extends v.ObjectEntries>(entries: Entries) =>
	v.variant('kind', [
		v.strictObject({ kind: v.literal('heading'), level: levelSchema, ...entries }),
		v.strictObject({ kind: v.literal('caption'), credit: v.exactOptional(lineSchema), ...entries }),
		v.strictObject({ kind: v.literal('footnote'), marker: lineSchema, ...entries }),
		v.strictObject({
			kind: v.picklist(['standfirst', 'paragraph', 'quote', 'list-item']),
			...entries
		})
	]);

/** Rejects a block whose fingerprint is not that of its text: blocks are found by fingerprint. */
const blockSchema: v.GenericSchema<unknown, Block> = v.pipe(
	shaped({ text: v.pipe(v.string(), v.minLength(1)), fingerprint: fingerprintSchema }),
	v.check((block) => fingerprint(block.text) === block.fingerprint, 'fingerprint is not the text’s')
);

export const articleSchema: v.GenericSchema<unknown, Article> = v.strictObject({
	...metadataEntries,
	reads: v.exactOptional(workSchema),
	written: v.exactOptional(writtenSchema),
	blocks: v.array(blockSchema)
});
