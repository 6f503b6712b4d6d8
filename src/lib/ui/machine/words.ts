/** Texts about models for the interface. */
import type { T, UiLang } from '$lib/i18n';
import { hostOf, type Hub } from '$lib/core/machine/hub';
import { sum } from '$lib/core/machine/model';
import type {
	KeptModel,
	ModelFailure,
	ModelState,
	Offer,
	ModelProgress
} from '$lib/core/machine/modelStore';
import type { ModelStep } from '$lib/state/machine/model.svelte';
import { bytes } from '$lib/ui/offline/bytes';

/** Returns the usual short form of a commit. */
const short = (commit: string): string => commit.slice(0, 8);

const list = (ui: UiLang, names: readonly string[]): string =>
	new Intl.ListFormat(ui).format(names);

/** Returns the time left: “about 3 minutes left”. */
export function timeLeftText(t: T, ui: UiLang, seconds: number): string {
	const [amount, unit] = seconds < 90 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
	const format = new Intl.NumberFormat(ui, { style: 'unit', unit, unitDisplay: 'long' });
	return t('machine.model.left', { time: format.format(amount) });
}

/** Returns the time that translating still takes: “about 3 minutes left”. */
export const workLeftText = (t: T, seconds: number): string =>
	seconds < 90
		? t('machine.translate.working.seconds', { count: Math.ceil(seconds / 5) * 5 })
		: t('machine.translate.working.minutes', { count: Math.round(seconds / 60) });

/** Returns the bytes done: “34 MB of 110 MB”. */
export const progressText = (t: T, ui: UiLang, { bytes: done, ofBytes }: ModelProgress): string =>
	ofBytes === null
		? t('machine.model.progressUnknown', { done: bytes(done, ui) })
		: t('machine.model.progress', { done: bytes(done, ui), of: bytes(ofBytes, ui) });

/** Describes what a source offers, before the reader agrees to download it. */
export function offerText(t: T, ui: UiLang, { source, commit, files }: Offer): string {
	const total = sum(files);
	const count = files.length;
	if (total === null) return t('machine.model.offer.unlisted', { count });
	const size = bytes(total, ui);
	return source.kind === 'hub'
		? t('machine.model.offer.hub', {
				host: hostOf(source.hub as Hub),
				commit: short(commit ?? ''),
				size,
				count
			})
		: t('machine.model.offer.site', { size, count });
}

/** Names the source of a model, its version and its size. */
export function originText(t: T, ui: UiLang, { source, commit, files }: KeptModel): string {
	const size = bytes(sum(files) ?? 0, ui);
	switch (source.kind) {
		case 'hub':
			return t('machine.model.origin.hub', {
				host: hostOf(source.hub as Hub),
				commit: short(commit ?? ''),
				size
			});
		default:
			return t(`machine.model.origin.${source.kind}`, { size });
	}
}

/** Describes the state of a model. */
export function stateText(t: T, ui: UiLang, state: ModelState | null): string {
	switch (state?.kind) {
		case undefined:
			return t('machine.model.state.checking');
		case 'absent':
			return t('machine.model.state.absent');
		case 'working': {
			const work = t(`machine.model.state.${state.work}`);
			return state.elsewhere ? `${work} (${t('machine.model.state.elsewhere')})` : work;
		}
		case 'paused':
			return paused(t, ui, state);
		case 'whole':
			return t('machine.model.state.whole');
		case 'damaged': {
			const { names } = state;
			return t('machine.model.state.damaged', { count: names.length, names: list(ui, names) });
		}
	}
}

function paused(t: T, ui: UiLang, state: Extract<ModelState, { kind: 'paused' }>): string {
	if (state.kept.source.kind === 'disk') return t('machine.model.state.interrupted');
	const done = bytes(state.bytes, ui);
	const total = sum(state.kept.files);
	return total === null
		? t('machine.model.state.pausedUnknown', { done })
		: t('machine.model.state.paused', { done, of: bytes(total, ui) });
}

/** Describes the result of the reader’s last action; empty if there is none to report. */
export function outcomeText(t: T, ui: UiLang, step: ModelStep): string {
	if (step.kind === 'done') return t(`machine.model.done.${step.what}`);
	return step.kind === 'failed' ? failureText(t, ui, step.failure) : '';
}

/** Explains a failure with a model, and what to do next. */
export function failureText(t: T, ui: UiLang, failure: ModelFailure): string {
	switch (failure.kind) {
		case 'store':
			return t(`store.${failure.failure.kind}`, { ...failure.failure });
		case 'lacking':
			return t('machine.model.failure.lacking', { names: list(ui, failure.names) });
		default:
			return t(`machine.model.failure.${failure.kind}`, { ...failure });
	}
}
