import { randomUUID } from 'node:crypto';

import axios from 'axios';

import type { QueueStage } from '../../../bench/queue/stage';
import {
	READYCLOUD_BASE,
	READYCLOUD_CLIENT_ID,
	READYCLOUD_CLIENT_SECRET,
} from '../../../sandbox/readycloud/defaults';
import { TOKEN_PATH } from '../../../sandbox/readycloud/oauth';
import { chain } from '../../support/chain';

/** At once; the queue gives them to both workers in turn. */
const CALLS = 8;
/** In queue mode n8n gives a few calls no answer at all (docs/scale.md). */
const ANSWERED_WITHIN_MS = 15_000;
/** Whether two processes renew at the same moment is up to them. */
const MOST_TRIES = 5;

/** A credential of ReadyCloud that renews itself, in the hands of several processes. */
export function renewalInQueueMode(stage: () => QueueStage): void {
	/** A published workflow that asks ReadyCloud with an expired token; gives how to call it: what was answered. */
	async function asking(): Promise<() => Promise<number[]>> {
		const { reception, queue } = stage();
		const [webhookId, refresh] = [randomUUID(), randomUUID()];
		await reception.control('POST', 'readycloud/tokens', { access: randomUUID(), refresh });
		const { id } = await reception.rest.createCredential({
			name: 'ReadyCloud, expired',
			type: 'readyCloudApi',
			data: {
				accessToken: `expired-${randomUUID()}`,
				clientId: READYCLOUD_CLIENT_ID,
				clientSecret: READYCLOUD_CLIENT_SECRET,
				refreshToken: refresh,
				useOtherServer: true,
				baseUrl: `${reception.sandboxUrl}${READYCLOUD_BASE}`,
			},
		});
		const workflow = await reception.rest.importWorkflow(
			chain('Ask ReadyCloud', [
				{
					name: 'Webhook',
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					webhookId,
					parameters: { httpMethod: 'POST', path: webhookId, responseMode: 'lastNode' },
				},
				{
					name: 'ReadyCloud',
					type: 'n8n-nodes-lastmile.readyCloud',
					typeVersion: 1,
					parameters: { resource: 'organization', operation: 'getMany' },
					credentials: { readyCloudApi: { id, name: 'ReadyCloud, expired' } },
				},
			]),
		);
		await reception.rest.activate(workflow);
		const urls = queue.processors.map(({ url }) => `${url}/webhook/${webhookId}`);
		return async () =>
			(
				await Promise.all(
					Array.from({ length: CALLS }, async (_, index) => {
						const options = { proxy: false, timeout: ANSWERED_WITHIN_MS } as const;
						const url = urls[index % urls.length] ?? '';
						const answer = axios.post<unknown>(url, {}, { ...options, validateStatus: () => true });
						return await answer.then(
							({ status }) => [status],
							() => [],
						);
					}),
				)
			).flat();
	}

	/** What ReadyCloud has answered to renewals. */
	async function renewals(): Promise<number[]> {
		const requests = (await stage().reception.control('GET', 'readycloud/requests')) as Array<{
			path: string;
			status: number;
		}>;
		return requests.filter(({ path }) => path.endsWith(TOKEN_PATH)).map(({ status }) => status);
	}

	it('renews a token that both workers use at once, and both go on with the new one', async () => {
		let answers: number[] = [];
		for (let tries = 0; !answers.includes(400) && tries < MOST_TRIES; tries++) {
			const call = await asking();
			expect(new Set(await call())).toEqual(new Set([200]));
			expect(new Set(await call())).toEqual(new Set([200]));
			answers = await renewals();
		}
		// The refresh token was used up for the other worker.
		expect(answers).toEqual(expect.arrayContaining([200, 400]));
	});
}
