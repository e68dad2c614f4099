import axios from 'axios';

import type { N8nRest } from '../../runtime/rest';
import { chain, webhookNode } from './chain';
import { DripServer, type Dripping } from './drip';

/**
 * What became of an execution whose service never ends its answer, and what is open a second later.
 *
 * @param url of n8n
 */
export async function drippedExecution(
	rest: N8nRest,
	url: string,
	dripping: Dripping,
): Promise<{ error: string | undefined; asked: number; open: number }> {
	const drip = await DripServer.start();
	drip.dripping = dripping;
	try {
		const { id } = await rest.createCredential({
			name: 'Dripping',
			type: 'radaroApi',
			data: {
				server: 1,
				apiKey: 'a-key-of-a-merchant',
				useOtherServer: true,
				baseUrl: drip.url,
			},
		});
		const workflow = await rest.importWorkflow(
			chain('Dripping', [
				webhookNode(`dripping-${dripping}`, { responseMode: 'onReceived' }),
				{
					name: 'Radaro',
					type: 'n8n-nodes-lastmile.radaro',
					typeVersion: 1,
					parameters: {
						resource: 'job',
						operation: 'get',
						job: { __rl: true, mode: 'externalId', value: 'A-1' },
						options: { timeout: 2 },
					},
					credentials: { radaroApi: { id, name: 'Dripping' } },
				},
			]),
		);
		await rest.activate(workflow);
		await axios.post(`${url}/webhook/dripping-${dripping}`);
		const [execution] = await rest.waitForExecutions(workflow.id, 1, 60_000);
		const { error } = await rest.getExecution(execution?.id ?? '');
		await rest.deactivate(workflow.id);
		await new Promise((resolve) => setTimeout(resolve, 1000));
		return { error, asked: drip.asked.length, open: drip.open };
	} finally {
		await drip.stop();
	}
}
