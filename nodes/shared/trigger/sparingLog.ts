import type { IWebhookFunctions } from 'n8n-workflow';

import { oneLine } from '../event/oneLine';
import { Allowance } from './allowance';
import { chosenUrl } from './answering';
import { TriggerMemory } from './triggerMemory';

/** Lines of one trigger at once, and after how long there is one more. */
const MOST_LINES = 60;
const ONE_LINE_EVERY_MS = 10_000;

/** Characters of one; what a call has sent may be part of it. */
const LONGEST_LINE = 1000;

interface Lines {
	readonly allowance: Allowance;
	leftOut: number;
}

/** By the trigger's URL. */
const LINES = new TriggerMemory<Lines>();

/**
 * Writes a warning to n8n's log that a call has caused. Anybody can send calls, so that there are sixty
 * lines of a trigger at once, and then one in ten seconds; it says how many were left out before it.
 * Each is one line, whatever a call makes of it, so that nobody can write others.
 */
export function warnSparingly(context: IWebhookFunctions, line: string): void {
	const lines = LINES.of(chosenUrl(context) ?? '', () => ({
		allowance: new Allowance(MOST_LINES, ONE_LINE_EVERY_MS),
		leftOut: 0,
	}));
	if (!lines.allowance.take()) {
		lines.leftOut++;
		return;
	}
	const before =
		lines.leftOut === 0 ? '' : ` (${lines.leftOut} more lines of this trigger were left out)`;
	lines.leftOut = 0;
	context.logger.warn((oneLine(line) ?? '').slice(0, LONGEST_LINE) + before);
}
