/** What the schemas of records are made of: names, moments, blocks and articles, credits. */
import * as v from 'valibot';
import { leftOutReasons } from '../import/leftOut';
import { blockKinds, type Article, type Block, type BlockShape } from '../text/article';
import { parseFingerprint, type Fingerprint } from '../text/fingerprint';
import { origins, type Contributor, type Correction } from '../translation/unit';
import { bounded } from './moment';

/** A schema that gives a `T`. */
export type Of<T> = v.GenericSchema<unknown, T>;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const lang = v.pipe(
	v.string(),
	v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'is no language tag')
);
export const moment = v.pipe(
	v.string(),
	v.regex(/^(?:\d{4}|\+\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'is no moment in UTC'),
	v.check((text) => !Number.isNaN(Date.parse(text)), 'is no moment of the calendar'),
	v.transform(bounded)
);
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const fingerprint = v.custom<Fingerprint>(
	(raw) => parseFingerprint(raw) !== null,
	'is no fingerprint'
);
export const source = v.pipe(v.array(fingerprint), v.minLength(1));

export const metadata = {
	lang,
	title: v.exactOptional(v.string()),
	authors: v.exactOptional(v.array(v.string())),
	publication: v.exactOptional(v.string()),
	issued: v.exactOptional(v.string()),
	address: v.exactOptional(v.string()),
	rights: v.exactOptional(v.string())
};

const words = { text: v.string(), fingerprint };
export const plainKinds = blockKinds.filter(
	(kind) => kind !== 'heading' && kind !== 'caption' && kind !== 'footnote'
);

export const caption = {
	kind: v.literal('caption'),
	credit: v.exactOptional(v.string()),
	picture: v.exactOptional(v.string())
};

export const block: Of<Block> = v.variant('kind', [
	v.object({ kind: v.literal('heading'), level: count, ...words }),
	v.object({ ...caption, ...words }),
	v.object({ kind: v.literal('footnote'), marker: v.string(), ...words }),
	v.object({ kind: v.picklist(plainKinds), ...words })
]);

export const article: Of<Article> = v.object({ ...metadata, blocks: v.array(block) });

const shape: Of<BlockShape> = v.variant('kind', [
	v.object({ kind: v.literal('heading'), level: count }),
	v.object(caption),
	v.object({ kind: v.literal('footnote'), marker: v.string() }),
	v.object({ kind: v.picklist(plainKinds) })
]);

export const leftOutEntries = {
	text: v.string(),
	reason: v.picklist(leftOutReasons),
	before: count,
	shape: v.exactOptional(shape)
};
export const leftOut = v.array(v.object(leftOutEntries));

const contributor: Of<Contributor> = v.object({
	origin: v.picklist(origins),
	name: v.string(),
	date: v.string(),
	revised: v.exactOptional(v.string()),
	model: v.exactOptional(v.string()),
	revision: v.exactOptional(v.string()),
	settings: v.exactOptional(v.string())
});

export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const correction: Of<Correction> = v.object({
	by: v.string(),
	date: v.string(),
	kept: v.exactOptional(share)
});

export const credit = { by: contributor, correction: v.exactOptional(correction) };
