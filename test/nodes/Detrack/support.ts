import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node:querystring';

import { detrackWebhook } from '../../../nodes/Detrack/trigger/webhook';
import { fixture } from '../../support/fixtures';

export const TODAY = '2026-03-03';
export const RECEIVED_AT = '2026-03-03T01:00:00.000Z';

export type Body = Record<string, unknown>;

export const sample = (name: string): Body => fixture(`detrack/${name}`);

/** A form as n8n hands it over. */
export function form(name: string): Body {
	const file = path.join(__dirname, '../../fixtures/detrack', name);
	return parse(readFileSync(file, 'utf8').trim());
}

export function change(name: string, values: Body): Body {
	return { ...sample(name), ...values };
}

interface Told {
	today?: string | null;
	onlyTrigger?: string;
	receivedAt?: string;
}

/** What a body of one job becomes. */
export function occurrenceAndEventOf(body: unknown, told: Told = {}) {
	const vendor = detrackWebhook({
		today: told.today === undefined ? TODAY : told.today,
		options: { onlyTrigger: told.onlyTrigger },
	});
	const reading = vendor.read(body);
	if ('expected' in reading) throw new Error(reading.expected);
	const [first, ...more] = reading.received;
	if (first === undefined || more.length > 0) throw new Error('The body is not one job.');
	const occurrence = vendor.classify(first.payload);
	const row = vendor.normalize(first.payload, occurrence, told.receivedAt ?? RECEIVED_AT);
	return { occurrence, row };
}

export const eventOf = (body: unknown, told?: Told) => occurrenceAndEventOf(body, told).row;
export const choicesOf = (body: unknown, told?: Told) =>
	occurrenceAndEventOf(body, told).occurrence.choices;
