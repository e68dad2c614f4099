import type { ILoadOptionsFunctions, INodeType } from 'n8n-workflow';

import { DetrackApi } from '../../credentials/DetrackApi.credentials';
import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { Detrack } from '../../nodes/Detrack/Detrack.node';
import { DetrackChangesTrigger } from '../../nodes/Detrack/DetrackChangesTrigger.node';
import { Radaro } from '../../nodes/Radaro/Radaro.node';
import { RadaroChangesTrigger } from '../../nodes/Radaro/RadaroChangesTrigger.node';
import { renewReadyCloudToken } from '../../nodes/ReadyCloud/credential/renewal';
import { ReadyCloud } from '../../nodes/ReadyCloud/ReadyCloud.node';
import { ReadyCloudChangesTrigger } from '../../nodes/ReadyCloud/ReadyCloudChangesTrigger.node';
import { ReadyCloudTrigger } from '../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { Routigo } from '../../nodes/Routigo/Routigo.node';
import { RoutigoTrigger } from '../../nodes/Routigo/RoutigoTrigger.node';
import { byNumber, minimalJob as detrackJob, runDetrack } from '../support/detrack';
import { DripServer, type Dripping } from '../support/drip';
import { executeContext, type RunOptions } from '../support/executeNode';
import { fixture } from '../support/fixtures';
import { TriggerHooks } from '../support/hookContext';
import { PollingTrigger } from '../support/pollingTrigger';
import { byExternalId, minimalJob as radaroJob, runRadaro } from '../support/radaro';
import { locator, runReadyCloud } from '../support/readycloud';
import { ROUTIGO_SANDBOX } from '../support/routigo';
import { runOperation } from '../support/runOperation';
import { answerTo } from '../support/webhookContext';

/** Half a second in place of every figure, so that nobody waits. */
const SHORT = 0.5;
jest.mock('../../nodes/shared/api/limits', () => {
	const times = { timeoutSeconds: 0.5, longestWaitSeconds: 0, totalSeconds: 0.5 };
	return {
		...jest.requireActual<object>('../../nodes/shared/api/limits'),
		DROP_DOWN_TIMES: times,
		WEBHOOK_TIMES: times,
		PUBLISH_TIMES: times,
		POLL_TIMES: times,
		UNDO_SECONDS: 0.5,
	};
});
jest.mock('../../nodes/ReadyCloud/api/limits', () => ({
	...jest.requireActual<object>('../../nodes/ReadyCloud/api/limits'),
	TOKEN_QUESTION_SECONDS: 0.5,
	RENEWAL_SECONDS: 0.5,
}));

let drip: DripServer;
beforeEach(async () => void (drip = await DripServer.start()));
afterEach(async () => await drip.stop());

const options = { options: { timeout: SHORT, longestWait: 0 } };
const TOKEN = 'a'.repeat(32);
const ORG = locator('id', 'K7p');
const READYCLOUD_CREDENTIAL = { accessToken: TOKEN, renewal: 'in use' };
const withUrl = <Credential extends object>(credential: Credential) => ({
	...credential,
	baseUrl: drip.url,
});
const CREDENTIALS = {
	radaro: { credentialType: new RadaroApi(), credential: { server: 1, apiKey: TOKEN } },
	detrack: { credentialType: new DetrackApi(), credential: { apiKey: TOKEN } },
	routigo: { credentialType: new RoutigoApi(), credential: ROUTIGO_SANDBOX.credential },
	readyCloud: { credentialType: new ReadyCloudApi(), credential: READYCLOUD_CREDENTIAL },
};

type Run = () => Promise<unknown>;

const OPERATIONS: Record<string, Run> = {
	'Radaro, a job': () => radaro('get', byExternalId('A-1')),
	'Radaro, a list': () => radaro('getMany', { returnAll: true }),
	'Radaro, a creation': () => radaro('create', radaroJob('A-1')),
	'Radaro, a batch': () => radaro('createMany', radaroJob('A-1')),
	'Radaro, a deletion': () => radaro('delete', byExternalId('A-1')),
	'Detrack, a job': () => detrack('get', byNumber('A-1')),
	'Detrack, a list': () => detrack('getMany', { returnAll: true }),
	'Detrack, a creation': () => detrack('create', detrackJob('A-1')),
	'Detrack, a batch': () => detrack('createMany', detrackJob('A-1')),
	'Detrack, a deletion': () => detrack('delete', byNumber('A-1')),
	'Detrack, a file': () => detrack('downloadDocument', byNumber('A-1')),
	'RoutiGo, a list': () => routigo('webhook.getMany'),
	'RoutiGo, a deletion': () => routigo('webhook.delete', { webhook: locator('id', '7') }),
	'ReadyCloud, an order': () => readyCloud('order.get', { order: locator('id', 'x') }),
	'ReadyCloud, a list': () => readyCloud('order.getMany', { returnAll: true }),
	'ReadyCloud, a deletion': () => readyCloud('order.delete', { order: locator('id', 'x') }),
};

const radaro = async (name: string, parameters: object) =>
	await runRadaro(drip.url, name, { ...parameters, ...options }, { credential: withUrl({}) });
const detrack = async (name: string, parameters: object) =>
	await runDetrack(drip.url, name, { ...parameters, ...options });
const routigo = async (name: string, parameters: object = {}) =>
	await runOperation(
		ROUTIGO_SANDBOX,
		name,
		{ ...parameters, ...options },
		{
			credential: withUrl({}),
		},
	);
const readyCloud = async (name: string, parameters: object) =>
	await runReadyCloud(drip.url, name, { organizationId: ORG, ...parameters, ...options });

/** What n8n does with the triggers and the drop-downs. */
const OTHERS: Record<string, Run> = {
	'RoutiGo, publishing': () => hooks(new RoutigoTrigger(), 'routigo').publish(),
	'RoutiGo, unpublishing': () => hooks(new RoutigoTrigger(), 'routigo').unpublish(),
	'ReadyCloud, publishing': () => hooks(new ReadyCloudTrigger(), 'readyCloud').publish(),
	'ReadyCloud, unpublishing': () => hooks(new ReadyCloudTrigger(), 'readyCloud').unpublish(),
	'Radaro, a poll': () => poll(new RadaroChangesTrigger(), 'radaro'),
	'Detrack, a poll': () => poll(new DetrackChangesTrigger(), 'detrack'),
	'ReadyCloud, a poll': () => poll(new ReadyCloudChangesTrigger(), 'readyCloud'),
	'Radaro, a drop-down': () => opened(new Radaro(), 'radaro', 'searchJobs'),
	'Detrack, a drop-down': () => opened(new Detrack(), 'detrack', 'searchJobs'),
	'RoutiGo, a drop-down': () => opened(new Routigo(), 'routigo', 'searchWebhooks'),
	'ReadyCloud, a drop-down': () => opened(new ReadyCloud(), 'readyCloud', 'searchOrganizations'),
};

function optionsFor(node: INodeType, vendor: keyof typeof CREDENTIALS): RunOptions {
	const { credentialType, credential } = CREDENTIALS[vendor];
	const parameters = { organizationId: ORG, events: ['orders', 'TOUR_PLANNED'] };
	return { node, credentialType, credential: withUrl(credential), parameters };
}

const hooks = (node: INodeType, vendor: keyof typeof CREDENTIALS) =>
	new TriggerHooks(optionsFor(node, vendor));

const poll = async (node: INodeType, vendor: keyof typeof CREDENTIALS) =>
	await new PollingTrigger(optionsFor(node, vendor)).publish();

async function opened(node: INodeType, vendor: keyof typeof CREDENTIALS, search: string) {
	const { context } = executeContext(optionsFor(node, vendor));
	const loading = context as unknown as ILoadOptionsFunctions;
	return await node.methods?.listSearch?.[search]?.call(loading);
}

/** What all of them came to, and how long the last one took, in seconds. */
async function outcomes(runs: Record<string, Run>) {
	const begun = performance.now();
	const ended = await Promise.all(
		Object.entries(runs).map(async ([name, run]) => {
			try {
				return [name, await run()];
			} catch (error) {
				return [name, (error as Error).message];
			}
		}),
	);
	return {
		messages: Object.fromEntries(ended) as Record<string, unknown>,
		seconds: (performance.now() - begun) / 1000,
	};
}

/** A second after the deadline nothing may be left at the service. */
async function expectClosed(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 1000));
	expect(drip.asked.length).toBeGreaterThan(0);
	expect(drip.open).toBe(0);
}

const LATE = / did not answer within 0\.5 seconds$/;
/** n8n shows the message alone of what keeps a workflow from being published, such as its first poll. */
const LATE_AT_PUBLISHING =
	/ did not answer within 0\.5 seconds\. Whether .* is not known\. Try again, /;
const BATCH = / may have created this job, but that is not certain$/;
/** On a busy machine, the head of a file may come too late already. */
const FILE = /^The download of the .* broke off$| did not answer within 0\.5 seconds$/;

describe.each<Dripping>(['headers', 'body'])('a service whose %s come by the byte', (dripping) => {
	beforeEach(() => {
		drip.dripping = dripping;
	});

	it('holds up no operation for longer than its Timeout, and keeps no connection', async () => {
		const { messages, seconds } = await outcomes(OPERATIONS);
		for (const [name, message] of Object.entries(messages)) {
			const isFile = dripping === 'body' && name.includes('a file');
			const late = name.includes('a batch') ? BATCH : isFile ? FILE : LATE;
			expect([name, message]).toEqual([name, expect.stringMatching(late)]);
		}
		expect(seconds).toBeLessThan(10);
		await expectClosed();
	});

	it('holds up no publishing, no poll and no drop-down', async () => {
		const { messages, seconds } = await outcomes(OTHERS);
		for (const [name, message] of Object.entries(messages)) {
			const late = /, (publishing|a poll)$/.test(name) ? LATE_AT_PUBLISHING : LATE;
			expect([name, message]).toEqual([name, expect.stringMatching(late)]);
		}
		expect(seconds).toBeLessThan(10);
		await expectClosed();
	});

	it('holds up no photo of a job, which is asked for without the key', async () => {
		drip.answer = (line) =>
			line.includes('/show/')
				? { data: { do_number: 'A-1', status: 'completed', photo_1_file_url: `${drip.url}/1.jpg` } }
				: undefined;
		// Long enough for the job, which is answered at once.
		const longer = { options: { timeout: 2, longestWait: 0 } };
		const photo = () => runDetrack(drip.url, 'downloadProof', { ...byNumber('A-1'), ...longer });
		const { messages } = await outcomes({ photo });
		expect(messages.photo).toMatch(
			/could not be fetched: 127\.0\.0\.1:\d+ gave no answer|broke off$/,
		);
		expect(drip.asked.at(-1)).toMatch(/^GET \/1\.jpg /);
		await expectClosed();
	});

	it('holds up no renewal of a token', async () => {
		const context = executeContext(optionsFor(new ReadyCloud(), 'readyCloud')).context;
		const renewed = () =>
			renewReadyCloudToken(context.helpers.httpRequest, {
				...withUrl(READYCLOUD_CREDENTIAL),
				clientId: 'app',
				clientSecret: 'app-secret',
				refreshToken: 'refresh',
				accessToken: '',
			});
		const { messages, seconds } = await outcomes({ renewed });
		expect(messages.renewed).toMatch(/ReadyCloud could not be reached to renew it/);
		expect(seconds).toBeLessThan(5);
		await expectClosed();
	});

	it('lets a webhook answer all the same, without what it cannot have', async () => {
		const order = fixture('readycloud/orders-filled.json');
		const { boxes: _boxes, ...bare } = order;
		const several = [bare, bare, bare].map((each) => ({ ...each }));
		const answer = await delivered({ body: several, token: TOKEN });
		expect(answer.status).toBe(200);
		expect(answer.items).toHaveLength(3);
		expect(answer.seconds).toBeLessThan(5);
		// The first one used the time up, so the others were not asked for.
		expect(drip.asked).toHaveLength(1);
		await expectClosed();
	});

	it('lets a webhook ask for a call again whose token it cannot look up', async () => {
		const answer = await delivered({ body: {}, token: 'b'.repeat(32) });
		expect([answer.status, answer.items]).toEqual([503, undefined]);
		expect(answer.seconds).toBeLessThan(5);
		await expectClosed();
	});
});

let count = 0;

/** A call of the ReadyCloud Trigger, which knows one token, with n8n's own request helper. */
async function delivered({ body, token }: { body: unknown; token: string }) {
	const { context } = executeContext(optionsFor(new ReadyCloud(), 'readyCloud'));
	const url = `https://n8n.example/webhook/drip-${count++}/readycloud`;
	const memory = {
		webhooks: [{ id: 'x4Tq', organization: 'K7p', tokenDigest: digestOfToken(TOKEN) }],
	};
	const begun = performance.now();
	const answer = await answerTo(
		{
			method: 'PUT',
			query: { entity: 'orders' },
			body,
			headers: { auth: token },
			credential: withUrl(READYCLOUD_CREDENTIAL),
			parameters: { organizationId: ORG, options: { fetchFullOrder: true } },
		},
		async (call) => await new ReadyCloudTrigger().webhook.call(call),
		{
			getNodeWebhookUrl: () => url,
			getWorkflowStaticData: () => memory,
			helpers: context.helpers,
		},
	);
	return { ...answer, seconds: (performance.now() - begun) / 1000 };
}
