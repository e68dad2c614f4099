import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { ReadyCloudApi } from '../../../../credentials/ReadyCloudApi.credentials';
import { ReadyCloudTrigger } from '../../../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import { digestOfToken } from '../../../../nodes/ReadyCloud/trigger/memory';
import {
	READYCLOUD_DELETED_ORG,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../../../sandbox/readycloud/defaults';
import { TriggerHooks } from '../../../support/hookContext';
import { ReadyCloudBench } from '../../../support/readycloud';
import { useBench } from '../../../support/standInBench';

interface Webhook {
	url: string;
	entity: string;
	remote_url: string;
	token: string;
	suspended_at: string | null;
}

const readyCloud = useBench(new ReadyCloudBench());

async function api(method: string, path: string, data?: object): Promise<unknown> {
	const answer = await axios.request({
		method,
		url: `${readyCloud.baseUrl}/orgs/${READYCLOUD_ORG}/${path}`,
		headers: { authorization: `Bearer ${READYCLOUD_TOKEN}` },
		data,
	});
	return answer.data as unknown;
}

/** All webhooks of the organization, whoever made them. */
async function atReadyCloud(): Promise<Webhook[]> {
	const { results } = (await api('GET', 'webhooks/?limit=100')) as { results: Webhook[] };
	return results;
}

/** Their entities and addresses, in an order of their own. */
async function registered(): Promise<string[]> {
	const webhooks = await atReadyCloud();
	return webhooks.map(({ entity, remote_url }) => `${entity} ${remote_url}`).sort();
}

function idOf({ url }: Webhook): string {
	return url.split('/').at(-2) ?? '';
}

async function requests(): Promise<string[]> {
	return (await readyCloud.requests()).map(({ method }) => method);
}

function trigger(
	parameters: IDataObject = {},
	options: Partial<ConstructorParameters<typeof TriggerHooks>[0]> = {},
): TriggerHooks {
	return new TriggerHooks({
		node: new ReadyCloudTrigger(),
		credentialType: new ReadyCloudApi(),
		credential: { accessToken: READYCLOUD_TOKEN, baseUrl: readyCloud.baseUrl },
		parameters: {
			organizationId: { mode: 'list', value: READYCLOUD_ORG },
			events: ['orders', 'acceptance-scan'],
			...parameters,
		},
		...options,
	});
}

const ADDRESS = 'https://n8n.example/webhook/hook-1/readycloud';
const BOTH = [
	`acceptance-scan ${ADDRESS}?entity=acceptance-scan`,
	`orders ${ADDRESS}?entity=orders`,
];

/** A webhook of another program on the same organization. */
async function foreign(remoteUrl = 'https://erp.example/hook'): Promise<void> {
	await api('POST', 'webhooks/', { entity: 'orders', remote_url: remoteUrl });
}

/** What a copy of n8n remembers that was restored from a backup. */
function copyOf(hooks: TriggerHooks): IDataObject {
	return JSON.parse(JSON.stringify(hooks.workflow.staticData)) as IDataObject;
}

describe('publishing', () => {
	it('registers one webhook for each event, and remembers a digest of each token alone', async () => {
		const hooks = trigger();
		await hooks.publish();
		expect(await registered()).toEqual(BOTH);
		const webhooks = await atReadyCloud();
		const remembered = webhooks.map((webhook) => ({
			id: idOf(webhook),
			organization: READYCLOUD_ORG,
			tokenDigest: digestOfToken(webhook.token),
			entity: webhook.entity,
		}));
		expect(hooks.memory.webhooks).toHaveLength(2);
		expect(hooks.memory.webhooks).toEqual(expect.arrayContaining(remembered));
		for (const { token } of webhooks) {
			expect(JSON.stringify(hooks.workflow.staticData)).not.toContain(token);
		}
	});

	it('registers every event for "any event"', async () => {
		await trigger({ events: ['*'] }).publish();
		expect((await atReadyCloud()).map(({ entity }) => entity).sort()).toEqual([
			'acceptance-scan',
			'contact',
			'contact-address',
			'order-delivered',
			'orders',
			'packaging',
			'webhook',
		]);
	});

	it('changes nothing the second time', async () => {
		const hooks = trigger();
		await hooks.publish();
		await readyCloud.control('DELETE', 'readycloud/requests');
		await hooks.publish();
		expect(await requests()).toEqual(['GET']);
		expect(await registered()).toEqual(BOTH);
	});

	it('keeps two triggers apart, also below a path of n8n’s own', async () => {
		const below = { webhookBaseUrl: 'https://n8n.example/automation/webhook' };
		const [first, second] = [
			trigger({ events: ['orders'] }, { ...below, webhookId: 'hook-1' }),
			trigger({ events: ['orders'] }, { ...below, webhookId: 'hook-10' }),
		];
		await first.publish();
		await second.publish();
		await first.unpublish();
		expect(await registered()).toEqual([
			'orders https://n8n.example/automation/webhook/hook-10/readycloud?entity=orders',
		]);
		expect(await second.checkExists()).toBe(true);
	});

	it('finds its webhooks on a later page', async () => {
		await readyCloud.settings({ maxPageSize: 2 });
		for (let n = 0; n < 5; n++) await foreign(`https://erp.example/${n}`);
		const hooks = trigger();
		await hooks.publish();
		expect(await hooks.checkExists()).toBe(true);
		await hooks.unpublish();
		await readyCloud.settings({ maxPageSize: 100 });
		expect(await registered()).toHaveLength(5);
	});

	it('leaves out of "any event" what an older server does not know', async () => {
		await readyCloud.settings({ orderDelivered: false });
		await trigger({ events: ['*'] }).publish();
		expect(await registered()).toHaveLength(6);
	});

	it.each(['detail', 'oauth', 'message', 'html'])(
		'undoes everything when a chosen event is refused, with an error in the form "%s"',
		async (errorForm) => {
			await readyCloud.settings({ orderDelivered: false, errorForm });
			await foreign();
			const publishing = trigger({ events: ['orders', 'order-delivered', 'contact'] }).publish();
			await expect(publishing).rejects.toThrow(
				'ReadyCloud did not accept a webhook for "order-delivered"',
			);
			expect(await registered()).toEqual(['orders https://erp.example/hook']);
		},
	);

	it('undoes a webhook whose answer was lost', async () => {
		await readyCloud.fault({
			kind: 'reset',
			when: 'after',
			times: 1,
			methods: ['POST'],
		});
		await expect(trigger().publish()).rejects.toThrow();
		expect(await registered()).toEqual([]);
	});
});

describe('repairing', () => {
	it('registers a webhook again that was removed at ReadyCloud', async () => {
		const hooks = trigger();
		await hooks.publish();
		const [first] = await atReadyCloud();
		await readyCloud.control('POST', `readycloud/webhooks/${idOf(first as Webhook)}/steps/remove`);
		expect(await hooks.checkExists()).toBe(false);
		await hooks.publish();
		expect(await registered()).toEqual(BOTH);
	});

	it('replaces a suspended webhook, and remembers its new token', async () => {
		const hooks = trigger();
		await hooks.publish();
		const [first] = await atReadyCloud();
		await readyCloud.control('POST', `readycloud/webhooks/${idOf(first as Webhook)}/steps/suspend`);
		expect(await hooks.checkExists()).toBe(false);
		await hooks.publish();
		expect(await registered()).toEqual(BOTH);
		const webhooks = await atReadyCloud();
		expect(webhooks.map(({ suspended_at }) => suspended_at)).toEqual([null, null]);
		expect(webhooks.map(idOf)).not.toContain(idOf(first as Webhook));
		const digests = (hooks.memory.webhooks as IDataObject[]).map(({ tokenDigest }) => tokenDigest);
		expect(digests.sort()).toEqual(webhooks.map(({ token }) => digestOfToken(token)).sort());
	});

	it('replaces a suspended webhook where duplicates are refused', async () => {
		await readyCloud.settings({ duplicateWebhooks: 'refused' });
		const hooks = trigger();
		await hooks.publish();
		const [first] = await atReadyCloud();
		await readyCloud.control('POST', `readycloud/webhooks/${idOf(first as Webhook)}/steps/suspend`);
		await hooks.publish();
		expect(await registered()).toEqual(BOTH);
	});

	it('removes what is doubled, and keeps one', async () => {
		const hooks = trigger();
		await hooks.publish();
		await api('POST', 'webhooks/', { entity: 'orders', remote_url: `${ADDRESS}?entity=orders` });
		expect(await hooks.checkExists()).toBe(false);
		await hooks.publish();
		expect(await registered()).toEqual(BOTH);
	});

	it('follows a change of the events', async () => {
		const first = trigger();
		await first.publish();
		await trigger(
			{ events: ['orders', 'contact'] },
			{ staticData: first.workflow.staticData },
		).publish();
		expect(await registered()).toEqual([
			`contact ${ADDRESS}?entity=contact`,
			`orders ${ADDRESS}?entity=orders`,
		]);
	});

	it('remembers the tokens again that were lost', async () => {
		await trigger().publish();
		const forgetful = trigger();
		expect(await forgetful.checkExists()).toBe(true);
		expect(forgetful.memory.webhooks).toHaveLength(2);
	});
});

describe('unpublishing', () => {
	it('removes its webhooks, and nobody else’s', async () => {
		await foreign();
		// Entered by hand, without the entity: nothing that the trigger would do.
		await foreign(ADDRESS);
		const other = trigger({}, { webhookId: 'hook-2' });
		await other.publish();
		const hooks = trigger();
		await hooks.publish();
		await hooks.unpublish();
		expect(await registered()).toEqual([
			'acceptance-scan https://n8n.example/webhook/hook-2/readycloud?entity=acceptance-scan',
			'orders https://erp.example/hook',
			`orders ${ADDRESS}`,
			'orders https://n8n.example/webhook/hook-2/readycloud?entity=orders',
		]);
		expect(hooks.memory.webhooks).toBeUndefined();
	});

	it('counts webhooks as removed that are gone already, and can be repeated', async () => {
		const hooks = trigger();
		await hooks.publish();
		for (const webhook of await atReadyCloud()) {
			await readyCloud.control('POST', `readycloud/webhooks/${idOf(webhook)}/steps/remove`);
		}
		await hooks.unpublish();
		await hooks.unpublish();
		expect(await registered()).toEqual([]);
	});

	it('leaves alone what the n8n has registered that it is a copy of', async () => {
		const original = trigger();
		await original.publish();
		const restored = () =>
			trigger(
				{},
				{
					staticData: copyOf(original),
					webhookBaseUrl: 'https://copy.example/webhook',
				},
			);
		const [copy, published] = [restored(), restored()];
		await copy.unpublish();
		expect(await registered()).toEqual(BOTH);
		expect(copy.logged).toEqual([
			'ReadyCloud Trigger "ReadyCloud Trigger" left webhooks alone that this workflow has made, because they call another address than this n8n\'s: n8n.example. If that n8n is still in use, they are its own. If this one has moved, delete them with the ReadyCloud node.',
		]);
		await published.publish();
		expect(published.logged).toEqual(copy.logged);
		expect(await registered()).toEqual(
			[...BOTH, ...BOTH.map((each) => each.replace('n8n.example', 'copy.example'))].sort(),
		);
		await published.unpublish();
		expect(await registered()).toEqual(BOTH);
		expect(await original.checkExists()).toBe(true);
	});

	it('removes its webhooks where n8n was told its address without https://', async () => {
		const first = trigger();
		await first.publish();
		const { staticData } = first.workflow;
		await trigger({}, { staticData, webhookBaseUrl: 'n8n.example/webhook' }).unpublish();
		expect(await registered()).toEqual([]);
	});

	it('succeeds where n8n was told an address that is none', async () => {
		const hooks = trigger({}, { webhookBaseUrl: 'https://n8n example:port/webhook' });
		await expect(hooks.unpublish()).resolves.toBeUndefined();
	});

	it('succeeds where the organization is gone', async () => {
		const gone = { organizationId: { mode: 'id', value: READYCLOUD_DELETED_ORG } };
		await expect(trigger(gone).unpublish()).resolves.toBeUndefined();
	});

	it('fails where ReadyCloud is not able to answer, so that it can be repeated', async () => {
		const hooks = trigger();
		await hooks.publish();
		await readyCloud.fault({ kind: 'status', status: 500, times: 1 });
		await expect(hooks.unpublish()).rejects.toThrow('ReadyCloud is not able to answer right now');
		await hooks.unpublish();
		expect(await registered()).toEqual([]);
	});
});

describe('what cannot be registered', () => {
	it.each([['http://n8n.example/webhook', 'ReadyCloud did not accept a webhook for "orders"']])(
		'%s is refused in ReadyCloud’s words',
		async (webhookBaseUrl, message) => {
			const refusal = expect(trigger({}, { webhookBaseUrl }).publish()).rejects;
			await refusal.toThrow(message);
			await refusal.toThrow('WEBHOOK_URL');
			expect(await registered()).toEqual([]);
		},
	);

	it('says why nothing at all could be registered for "any event"', async () => {
		const webhookBaseUrl = 'http://n8n.example/webhook';
		const publishing = trigger({ events: ['*'] }, { webhookBaseUrl }).publish();
		await expect(publishing).rejects.toThrow('WEBHOOK_URL');
	});

	it('an organization that is gone has a sentence', async () => {
		const gone = { organizationId: { mode: 'id', value: READYCLOUD_DELETED_ORG } };
		await expect(trigger(gone).publish()).rejects.toThrow(
			`ReadyCloud has no organization "${READYCLOUD_DELETED_ORG}"`,
		);
	});

	it('an organization to which there is no access is not blamed on the token', async () => {
		await readyCloud.settings({ deletedOrgStatus: 403 });
		const gone = { organizationId: { mode: 'id', value: READYCLOUD_DELETED_ORG } };
		await expect(trigger(gone).publish()).rejects.toThrow(
			`ReadyCloud gives no access to organization "${READYCLOUD_DELETED_ORG}". It may have been deleted, or the app`,
		);
		await expect(trigger(gone).unpublish()).resolves.toBeUndefined();
	});

	it('an organization that is no ID has a sentence, and nothing is called', async () => {
		await readyCloud.control('DELETE', 'readycloud/requests');
		const wrong = { organizationId: { mode: 'id', value: '../x' } };
		await expect(trigger(wrong).publish()).rejects.toThrow(
			'"../x" in "Organization" is neither an ID nor a url of ReadyCloud',
		);
		expect(await requests()).toEqual([]);
	});

	it('an option that says neither on nor off has a sentence', async () => {
		await expect(trigger({ options: { fetchFullOrder: 'maybe' } }).publish()).rejects.toThrow(
			'"Fetch Full Order" must be true or false, but it is "maybe".',
		);
	});

	it('no event at all has a sentence', async () => {
		await expect(trigger({ events: [] }).publish()).rejects.toThrow(
			'No event is chosen in the ReadyCloud Trigger',
		);
	});

	it('an expired token has a sentence without the token', async () => {
		await readyCloud.control('POST', 'readycloud/tokens/expire');
		const error: unknown = await trigger()
			.publish()
			.catch((reason: unknown) => reason);
		expect(error).toMatchObject({
			message: expect.stringMatching(/^ReadyCloud does not accept the access token\. /) as unknown,
		});
		expect(JSON.stringify(error)).not.toContain(READYCLOUD_TOKEN);
	});

	it.each<[string, string]>([
		[
			'http://127.0.0.1:5678/webhook',
			'ReadyCloud cannot call n8n at 127.0.0.1:5678, because that address is only known in your own network',
		],
		[
			'https://localhost/webhook',
			'ReadyCloud cannot call n8n at localhost, because that address is only known in your own network',
		],
		[
			'http://n8n.example/webhook',
			"ReadyCloud only calls addresses that begin with https://, and n8n's begins with http://",
		],
	])('%s is refused before the real ReadyCloud is called', async (webhookBaseUrl, message) => {
		const credential = { accessToken: READYCLOUD_TOKEN, baseUrl: '' };
		const refusal = expect(trigger({}, { credential, webhookBaseUrl }).publish()).rejects;
		await refusal.toThrow(`${message}. `);
		await refusal.toThrow('WEBHOOK_URL');
	});
});

it('moves its webhooks to the URL of the other choice under "Answer the Service"', async () => {
	const before = trigger();
	await before.publish();
	const { staticData } = before.workflow;
	const after = trigger({ answer: 'whenFinished' }, { staticData });
	await after.publish();
	expect(await registered()).toEqual(
		BOTH.map((webhook) => webhook.replace('/readycloud?', '/readycloud-finished?')),
	);
	await after.unpublish();
	expect(await registered()).toEqual([]);
});
