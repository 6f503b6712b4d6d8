/** The first step of bringing in a translation: finds the article, and the draft to continue. */
import type { AlignmentDraft } from '$lib/core/links/draft';
import { askStore } from '$lib/core/library/askStore';
import { moment } from '$lib/core/library/moment';
import type { OwnTranslation } from '$lib/core/library/store';
import type { Article } from '$lib/core/text/article';
import type { ArrivalEnvironment, ArrivalStep, OpenRequest } from './arrivalSteps';
import { draftOf, isUnanswered, savedUnits } from './draftTranslation';

export interface Opened {
	readonly articleId: string;
	readonly article: Article | null;
	readonly draft: AlignmentDraft | null;
	/** Whether the store holds the draft already. */
	readonly isWritten: boolean;
	/** The saved translation that the draft changes. */
	readonly base: OwnTranslation | null;
	/** That translation as a draft; null where it no longer fits the original. */
	readonly saved: AlignmentDraft | null;
	/** The step that follows; `aligning` where the original has changed since the translation was saved. */
	readonly step: ArrivalStep;
}

type Environment = Pick<ArrivalEnvironment, 'store' | 'article' | 'relink' | 'now'>;
type Lock = (id: string) => Promise<boolean>;

/** Opens what `request` asks for. `lock`: locks a draft to this tab, if no other tab has it. */
export async function open(
	environment: Environment,
	request: OpenRequest,
	lock: Lock
): Promise<Opened> {
	const { id } = request;
	if (request.kind === 'article') return openArticle(environment, id);
	// Locked before it is read, so that another tab's last change is included.
	if (!(await lock(id))) return stopped({ kind: 'closed', why: 'elsewhere' });
	return request.kind === 'draft' ? openDraft(environment, id) : openTranslation(environment, id);
}

const stopped = (step: ArrivalStep, articleId = ''): Opened => ({
	...{ articleId, article: null, draft: null, isWritten: false, base: null, saved: null, step }
});

/** Opens an article to add a translation to, if its original is here. */
async function openArticle(environment: Environment, id: string): Promise<Opened> {
	const found = await environment.article(id);
	if (!found.ok) return stopped({ kind: 'unreadable', failure: found.failure }, id);
	const article = found.value;
	if (!article) return stopped({ kind: 'closed', why: 'missing' }, id);
	const step: ArrivalStep =
		article.blocks.length === 0
			? { kind: 'closed', why: 'no-original' }
			: { kind: 'choosing', failure: null };
	return { ...stopped(step, id), article };
}

/** Opens a draft. It holds its own original: the article is loaded for its title. */
async function openDraft(environment: Environment, id: string): Promise<Opened> {
	const found = await askStore(environment.store, (store) => store.alignment(id));
	if (!found.ok) return stopped({ kind: 'unreadable', failure: found.failure });
	// A draft without a change is not kept: its address leads to the saved translation.
	if (!found.value) return openSaved(environment, id);
	const opened = await openArticle(environment, found.value.article);
	if (opened.step.kind === 'unreadable') return opened;
	const saved = await askStore(environment.store, (store) => store.translation(id));
	const base = saved.ok ? saved.value : null;
	const draft = { base: base?.changedAt ?? null, ...found.value };
	const asSaved =
		base && opened.article && (await reopened(environment, base, opened.article, base.changedAt));
	return {
		...opened,
		draft,
		isWritten: true,
		base,
		saved: asSaved?.changed === 0 ? asSaved.draft : null,
		step: stepOf(draft)
	};
}

/** Opens a saved translation for changes, or the draft that was begun of it. */
async function openTranslation(environment: Environment, id: string): Promise<Opened> {
	const begun = await askStore(environment.store, (store) => store.alignment(id));
	return begun.ok && begun.value ? openDraft(environment, id) : openSaved(environment, id);
}

/**
 * Opens a saved translation. Where the original has changed since, it is aligned again around the
 * links that the reader has fixed.
 */
async function openSaved(environment: Environment, id: string): Promise<Opened> {
	const found = await askStore(environment.store, (store) => store.translation(id));
	if (!found.ok) return stopped({ kind: 'unreadable', failure: found.failure });
	if (!found.value) return stopped({ kind: 'closed', why: 'missing' });
	const opened = await openArticle(environment, found.value.article);
	if (!opened.article || opened.step.kind !== 'choosing') return opened;
	const now = moment(environment.now());
	const { draft, changed } = await reopened(environment, found.value, opened.article, now);
	const step: ArrivalStep = changed === 0 ? { kind: 'mending' } : { kind: 'aligning', done: 0 };
	const saved = changed === 0 ? draft : null;
	return { ...opened, draft, base: found.value, saved, step };
}

/**
 * Makes a draft of a saved translation. `changed`: how many units no longer fit the original.
 */
async function reopened(
	{ relink }: Environment,
	own: OwnTranslation,
	article: Article,
	changedAt: string
): Promise<{ readonly draft: AlignmentDraft; readonly changed: number }> {
	const { lang, blocks } = article;
	const found = await relink(savedUnits(own), { lang, blocks }, own.lang);
	return { draft: draftOf(own, article, found, changedAt), changed: found.changed };
}

/** Returns the step at which a draft is continued. */
export const stepOf = (draft: AlignmentDraft): ArrivalStep =>
	draft.links.length > 0 && !isUnanswered(draft)
		? { kind: 'mending' }
		: { kind: 'about', failure: null };
