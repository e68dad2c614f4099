import type { Job, RadaroEvent } from './model';
import { orderInfo } from './orderInfo';
import type { RadaroSettings } from './settings';

type Values = Record<string, unknown> | null;

interface Change {
	topic: string | null;
	eventType: string;
	newValues: Values;
	oldValues: Values;
}

const UPDATED = { eventType: 'updated', oldValues: null };

function envelope(job: Job, change: Change, zoned?: boolean): Record<string, unknown> {
	return {
		new_values: change.newValues,
		old_values: change.oldValues,
		event_type: change.eventType,
		topic: change.topic,
		order_info: orderInfo(job, zoned),
		updated_at: job.info.updated_at,
	};
}

export function created(job: Job): RadaroEvent {
	const change = { topic: 'job.status_changed', eventType: 'created' };
	const values = { newValues: null, oldValues: null };
	return { label: 'created', body: envelope(job, { ...change, ...values }) };
}

/** Any update; `zoned` forces the delivery zone's keys into the snapshot. */
export function updated(
	job: Job,
	label: string,
	change: { topic?: string; newValues?: Values; oldValues?: Values; zoned?: boolean } = {},
): RadaroEvent {
	const { topic = 'job.status_changed', newValues = null, oldValues = null, zoned } = change;
	const all = { topic, eventType: 'updated', newValues, oldValues };
	return { label, body: envelope(job, all, zoned) };
}

/** In Radaro's only example this event has neither event type nor values. */
export function checklistSubmitted(job: Job, answers: boolean[]): RadaroEvent {
	const questions = answers.map((choice) => ({ correct_answer: true, answer: { choice } }));
	const body = {
		topic: 'checklist.job_checklist_confirmation',
		order_info: orderInfo(job),
		result_checklist_info: { checklist: { questions } },
		updated_at: job.info.updated_at,
	};
	return { label: 'checklist submitted', body };
}

/** Changed line-level data, with as much around it as the settings say. */
export function itemsChanged(job: Job, settings: RadaroSettings): RadaroEvent {
	const label = 'items changed';
	const cargoes = { skids: [], line_level_data: job.items };
	const newValues = { cargoes };
	if (settings.itemsBody === 'partial') {
		return { label, body: { new_values: newValues }, tokenless: true };
	}
	const body: Record<string, unknown> =
		settings.itemsBody === 'withToken'
			? { topic: 'job.changed', new_values: newValues }
			: envelope(job, { topic: 'job.changed', ...UPDATED, newValues });
	return { label, body };
}

/** Undocumented except for its existence. */
export function barcodesScanned(
	job: Job,
	codes: readonly string[],
	settings: RadaroSettings,
): RadaroEvent {
	const barcodes = codes.map((code) => ({ code, scanned: true }));
	const topic = settings.scanTopic ?? 'job.changed';
	return updated(job, 'barcodes scanned', { topic, newValues: { barcodes } });
}

/** Undocumented except for its existence. */
export function deleted(job: Job, settings: RadaroSettings): RadaroEvent | null {
	if (settings.deleteTopic === null) return null;
	const change = { topic: settings.deleteTopic, eventType: 'deleted' };
	const body = envelope(job, { ...change, newValues: null, oldValues: null });
	return { label: 'deleted', body };
}

/** Of this event only the topic is documented. */
export function optimisationCompleted(): RadaroEvent {
	return { label: 'optimisation completed', body: { topic: 'optimisation.completed' } };
}
