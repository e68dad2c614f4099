import type { IDataObject, INodeType, IWebhookFunctions } from 'n8n-workflow';

import { DetrackTrigger } from '../../../../nodes/Detrack/DetrackTrigger.node';
import { RadaroTrigger } from '../../../../nodes/Radaro/RadaroTrigger.node';
import { RoutigoTrigger } from '../../../../nodes/Routigo/RoutigoTrigger.node';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../../../nodes/Routigo/trigger/secrets';
import { answerTo, type CallOptions } from '../../../support/webhookContext';

/** The URL that the stand-in for n8n tells. */
const URL_OF_TRIGGER = 'https://n8n.example/webhook/1';
const TAGS = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };

const OLD = 'old-secret-of-the-portal';
const NEW = 'new-secret-of-the-portal';
const START = 1_700_000_000_000;

interface Vendor {
	name: string;
	trigger: INodeType;
	type: string;
	credentialWith(secret: string): IDataObject;
	callWith(secret: string): CallOptions;
}

/** Every service whose calls are verified with a credential. */
const VENDORS: Vendor[] = [
	{
		name: 'Radaro',
		trigger: new RadaroTrigger(),
		type: 'radaroWebhookApi',
		credentialWith: (secret) => ({ webhookTokens: secret }),
		callWith: (token) => ({ body: { topic: 'job.changed', order_info: { order_id: 1 }, token } }),
	},
	{
		name: 'Detrack',
		trigger: new DetrackTrigger(),
		type: 'detrackWebhookApi',
		credentialWith: (secret) => ({
			authentication: 'headerAuth',
			headerName: 'X-Secret',
			headerValue: secret,
		}),
		callWith: (secret) => ({
			headers: { 'x-secret': secret },
			body: { id: '1', do_number: 'DO-1', status: 'failed' },
		}),
	},
	{
		name: 'RoutiGo',
		trigger: new RoutigoTrigger(),
		type: 'routigoApi',
		credentialWith: (secret) => ({ authentication: 'apiKey', apiKey: secret }),
		callWith: (secret) => ({
			headers: {
				authorization: authorizationOf(
					subscriptionToken(deriveSecret(URL_OF_TRIGGER, secret), TAGS),
				),
			},
			query: { lastmileEvent: TAGS.event, lastmileType: TAGS.type },
			body: { id: 'a-1', endStatus: 'DELIVERED' },
		}),
	},
];

let now: number;
let clock: jest.SpyInstance<number>;
beforeEach(() => {
	now = START;
	clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => clock.mockRestore());

/** As many as there are tests, as what is kept of a node outlives its test. */
let workflows = 0;

/** A trigger in a workflow of its own, whose credentials are counted as they are read. */
function triggerOf({ trigger, type, credentialWith, callWith }: Vendor) {
	const workflow = `workflow-${++workflows}`;
	/** What n8n has stored, by the credential's id; none where it cannot be read. */
	const stored = new Map<string, string>([['c1', OLD]]);
	const held = { id: 'c1' };
	let readings = 0;
	const more = (inWorkflow: string, held: string) => ({
		getWorkflow: () => ({ id: inWorkflow, name: 'W', active: true }),
		getNode: () => ({
			id: 'n1',
			name: 'Trigger',
			type: 'test',
			typeVersion: 2,
			credentials: { [type]: { id: held, name: 'Webhook' } },
		}),
		async getCredentials() {
			readings++;
			const secret = stored.get(held);
			await new Promise(setImmediate);
			if (secret === undefined) throw new Error('It is not there.');
			return credentialWith(secret);
		},
	});
	return {
		stored,
		held,
		readings: () => readings,
		/** The status that a call with a secret is answered by. */
		async call(secret: string, inWorkflow = workflow): Promise<number> {
			const { status } = await answerTo(
				callWith(secret),
				async (context: IWebhookFunctions) => (await trigger.webhook?.call(context)) ?? {},
				more(inWorkflow, held.id),
			);
			return status;
		},
	};
}

describe.each(VENDORS)('$name', (vendor) => {
	it('reads the credential once for the calls of ten seconds', async () => {
		const { call, readings } = triggerOf(vendor);
		for (const at of [0, 10, 5_000, 9_999]) {
			now = START + at;
			expect(await call(OLD)).toBe(200);
		}
		expect(readings()).toBe(1);
		now = START + 10_000;
		expect(await call(OLD)).toBe(200);
		expect(readings()).toBe(2);
	});

	it('takes a changed secret at once, and from then on not the old one', async () => {
		const { call, stored } = triggerOf(vendor);
		expect(await call(OLD)).toBe(200);
		stored.set('c1', NEW);
		expect(await call(NEW)).toBe(200);
		expect(await call(OLD)).toBe(401);
		expect(await call(NEW)).toBe(200);
	});

	it('refuses a secret that was removed after ten seconds, whatever else calls', async () => {
		const { call, stored } = triggerOf(vendor);
		expect(await call(OLD)).toBe(200);
		stored.delete('c1');
		for (let at = 100; at < 10_000; at += 990) {
			now = START + at;
			expect(await call('forged-and-nothing-else')).toBe(401);
			await call(OLD);
		}
		now = START + 10_000;
		expect(await call(OLD)).toBe(401);
	});

	it('reads the credential five times, and then once a second, for a flood of forged calls', async () => {
		const { call, readings } = triggerOf(vendor);
		await call(OLD);
		for (let at = 0; at < 3_000; at += 20) {
			now = START + at;
			expect(await call(`forged-${at}`)).toBe(401);
		}
		expect(readings()).toBe(1 + 5 + 2);
		expect(await call(OLD)).toBe(200);
	});

	it('does not read it again for a forged call for which it was just read', async () => {
		const { call, readings } = triggerOf(vendor);
		expect(await call('forged-and-first')).toBe(401);
		expect(readings()).toBe(1);
	});

	it('takes a new secret at once, though strangers have just called', async () => {
		const { call, stored } = triggerOf(vendor);
		expect(await call(OLD)).toBe(200);
		for (let time = 0; time < 4; time++) expect(await call('forged')).toBe(401);
		stored.set('c1', NEW);
		expect(await call(NEW)).toBe(200);
	});

	it('reads it once for calls that come together', async () => {
		const { call, readings, stored } = triggerOf(vendor);
		const together = async (secret: string) =>
			await Promise.all(Array.from({ length: 20 }, async () => await call(secret)));
		expect(new Set(await together(OLD))).toEqual(new Set([200]));
		expect(readings()).toBe(1);
		stored.set('c1', NEW);
		expect(new Set(await together(NEW))).toEqual(new Set([200]));
		expect(readings()).toBe(2);
	});

	it('takes the credential that the node holds now', async () => {
		const { call, held, stored } = triggerOf(vendor);
		expect(await call(OLD)).toBe(200);
		stored.set('c2', NEW);
		held.id = 'c2';
		expect(await call(OLD)).toBe(401);
		expect(await call(NEW)).toBe(200);
	});

	it('lets no workflow profit from what another one has read', async () => {
		const { call, stored } = triggerOf(vendor);
		expect(await call(OLD)).toBe(200);
		stored.set('c1', NEW);
		expect(await call(OLD, `another-${workflows}`)).toBe(401);
		expect(await call(NEW, `another-${workflows}`)).toBe(200);
	});

	it('keeps neither a reading that failed nor one without a secret', async () => {
		const { call, stored } = triggerOf(vendor);
		stored.delete('c1');
		expect(await call(OLD)).toBe(401);
		stored.set('c1', '');
		expect(await call(OLD)).toBe(401);
		stored.set('c1', OLD);
		expect(await call(OLD)).toBe(200);
	});

	it('goes on with what it knows when the credential cannot be read for a moment', async () => {
		const { call, stored } = triggerOf(vendor);
		expect(await call(OLD)).toBe(200);
		stored.delete('c1');
		expect(await call('forged-while-it-fails')).toBe(401);
		expect(await call(OLD)).toBe(200);
	});
});
