/**
 * The keys of the index. A word of a text has several, each with its form under it:
 *
 * | key | of |
 * | --- | --- |
 * | `=bok` | a lemma of the form, or a phrase that it begins |
 * | `+bok` | a part of the compound that the form is |
 * | `~bok` | the stem of a form that the lexicon lacks |
 * | `?bocker` | forms and lemmas that differ from this in the marks of their letters alone; without paragraphs |
 */
import { exactForm, hashOf, plainForm } from './letters';

export const lemmaKey = (lemma: string): string => `=${exactForm(lemma)}`;
export const partKey = (lemma: string): string => `+${exactForm(lemma)}`;
export const stemKey = (stem: string): string => `~${stem}`;
export const plainKey = (form: string): string => `?${plainForm(form)}`;

/** Keys of the same letters are in the same shard. `shards` is a power of two. */
export const shardOf = (key: string, shards: number): number =>
	hashOf(plainForm(key.slice(1))) & (shards - 1);
