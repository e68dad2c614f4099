import { setTimeout as wait } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import type { Workflow } from '../../runtime/rest';
import {
	READYCLOUD_BASE,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { detrackCredential } from '../support/detrackLive';
import { LiveN8n, noOp } from '../support/liveN8n';

let live: LiveN8n;

beforeAll(async () => {
	live = await LiveN8n.start();
}, 300_000);
afterAll(async () => await live.stop());

const readyCloudCredential = async () =>
	await live.rest.createCredential({
		name: 'ReadyCloud',
		type: 'readyCloudApi',
		data: {
			accessToken: READYCLOUD_TOKEN,
			useOtherServer: true,
			baseUrl: `${live.sandbox.url}${READYCLOUD_BASE}`,
		},
	});

interface Asked {
	provider: string;
	slug: string;
	things: string;
	/** The field with the number that becomes the reference. */
	number: string;
	steps: string[];
	status: string;
	parameters?: IDataObject;
	credential(): Promise<{ id: string }>;
}

const ASKED: Asked[] = [
	{
		provider: 'radaro',
		slug: 'radaro',
		things: 'jobs',
		number: 'external_id',
		steps: ['assign'],
		status: 'assigned',
		credential: async () => await live.radaroCredential(),
	},
	{
		provider: 'detrack',
		slug: 'detrack',
		things: 'jobs',
		number: 'do_number',
		steps: ['hold'],
		status: 'on_hold',
		credential: async () => await detrackCredential(live),
	},
	{
		provider: 'readyCloud',
		slug: 'readycloud',
		things: 'orders',
		number: 'primary_id',
		steps: ['pack', 'ship'],
		status: 'in_transit',
		parameters: { organizationId: { __rl: true, mode: 'id', value: READYCLOUD_ORG } },
		credential: readyCloudCredential,
	},
];

/** A workflow that asks, not published yet. */
async function asking(asked: Asked): Promise<Workflow> {
	const { id } = await asked.credential();
	return await live.importChain(asked.provider, [
		{
			name: 'Changes',
			type: `n8n-nodes-lastmile.${asked.provider}ChangesTrigger`,
			typeVersion: 2,
			parameters: { pollTimes: { item: [{ mode: 'everyHour', minute: 0 }] }, ...asked.parameters },
			credentials: { [`${asked.provider}Api`]: { id, name: asked.provider } },
		},
		noOp(),
	]);
}

async function settledCount(workflow: Workflow): Promise<number> {
	await wait(1500);
	return await live.rest.countExecutions(workflow.id);
}

it('tells what changed while n8n was down, once, and nothing that was before', async () => {
	const workflows = [];
	const ids = new Map<string, string>();
	for (const asked of ASKED) {
		const { slug, things, number } = asked;
		await live.control('POST', `${slug}/${things}`, { count: 30 });
		const made = await live.control('POST', `${slug}/${things}`, { [number]: 'KEPT-1' });
		ids.set(slug, (made as { id: string }).id);
		const workflow = await asking(asked);
		await live.rest.activate(workflow);
		workflows.push({ asked, workflow });
	}
	for (const { workflow } of workflows) expect(await settledCount(workflow)).toBe(0);

	await live.n8n.kill();
	for (const { slug, steps } of ASKED) {
		for (const step of steps) {
			await live.control('POST', `${slug}/jobs/${ids.get(slug)}/steps/${step}`);
		}
	}
	await live.n8n.restart();
	for (const { asked, workflow } of workflows) {
		const [execution] = await live.rest.waitForExecutions(workflow.id, 1, 60_000);
		const { items } = await live.rest.getExecution(execution?.id ?? '');
		expect(items.Changes).toEqual([
			expect.objectContaining({
				provider: asked.provider,
				reference: 'KEPT-1',
				event: 'status_changed',
				status: asked.status,
				eventName: null,
			}),
		]);
	}

	await live.n8n.kill();
	await live.n8n.restart();
	for (const { workflow } of workflows) expect(await settledCount(workflow)).toBe(1);
}, 300_000);
