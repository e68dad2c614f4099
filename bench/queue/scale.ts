import { randomUUID } from 'node:crypto';

import manifest from '../../package.json';
import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import type { N8nInstallation } from '../../runtime/install';
import type { Log } from '../../runtime/progress';
import { chain } from '../../test/support/chain';
import { fixture } from '../samples/sample';
import { rateOf } from '../live/rate';
import { median } from '../statistics';
import { isListening } from '../reception';
import { QueueStage } from './stage';

/** What n8n in queue mode takes a second, with so many webhook processors and as many workers. */
export interface ScaleFigure {
	processes: number;
	/** Events a second, by *Answer the Service*. */
	atOnce: number;
	whenFinished: number;
}

/**
 * Sends Radaro's events to n8n in queue mode with two webhook processors and two workers, and then to the
 * same with one of each.
 */
export async function measureScale(
	installation: N8nInstallation,
	{ rounds, milliseconds }: { rounds: number; milliseconds: number },
	log: Log,
): Promise<ScaleFigure[]> {
	const stage = await QueueStage.open({ installation });
	try {
		const urls = {
			atOnce: await published(stage, 'atOnce'),
			whenFinished: await published(stage, 'whenFinished'),
		};
		const rateAt = async (answer: keyof typeof urls, processes: number): Promise<number> => {
			const sample = Object(fixture('radaro/04-job-status-delivered.json')) as object;
			const body = JSON.stringify({ ...sample, token: RADARO_WEBHOOK_TOKEN });
			const calls = urls[answer]
				.slice(0, processes)
				.map((url) => ({ url, headers: {}, body, status: 200 }));
			const rates: number[] = [];
			for (let round = 0; round <= rounds; round++) {
				const rate = await rateOf(calls, milliseconds);
				if (round > 0) rates.push(rate);
			}
			return median(rates);
		};
		const figure = async (processes: number): Promise<ScaleFigure> => ({
			processes,
			whenFinished: await rateAt('whenFinished', processes),
			atOnce: await rateAt('atOnce', processes),
		});
		log('Queue mode with two webhook processors and two workers …');
		const two = await figure(2);
		await Promise.all([stage.queue.processors[1].stop(), stage.queue.workers[1].stop()]);
		log('Queue mode with one webhook processor and one worker …');
		return [await figure(1), two];
	} finally {
		await stage.close();
	}
}

/** Publishes a Radaro Trigger with nothing behind it. Gives its URL at each processor. */
async function published(stage: QueueStage, answer: string): Promise<string[]> {
	const webhookId = randomUUID();
	const file = chain(`Radaro, ${answer}`, [
		{
			name: 'Radaro Trigger',
			type: `${manifest.name}.radaroTrigger`,
			typeVersion: 2,
			webhookId,
			parameters: { answer },
		},
		{ name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	]);
	const { rest } = stage.reception;
	await rest.activate(await stage.reception.imported(file));
	const path = answer === 'whenFinished' ? 'radaro-finished' : 'radaro';
	const urls = stage.queue.processors.map(({ url }) => `${url}/webhook/${webhookId}/${path}`);
	for (const url of urls) await isListening(url);
	return urls;
}
