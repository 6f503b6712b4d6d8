import { describe, expect, it } from 'vitest';
import { popoverTop } from './besideRow';

const view = { top: 60, bottom: 900 };

describe('the panel of a paragraph', () => {
	it.each([
		['below the paragraph', { top: 100, bottom: 300 }, 400, 306],
		['above where there is no room below', { top: 600, bottom: 800 }, 400, 194],
		['at the foot where there is none above either', { top: 300, bottom: 700 }, 400, 494],
		['at the foot of a paragraph higher than the view', { top: -50, bottom: 1200 }, 400, 494],
		['below the bar where it fits nowhere', { top: 300, bottom: 700 }, 880, 60]
	])('lies %s', (_, row, height, top) => {
		expect(popoverTop(view, row, height)).toBe(top);
	});
});
