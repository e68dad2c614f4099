import type { IDataObject } from 'n8n-workflow';

import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { ReadyCloudTrigger } from '../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import { RoutigoTrigger } from '../../nodes/Routigo/RoutigoTrigger.node';
import { READYCLOUD_TOKEN } from '../../sandbox/readycloud/defaults';
import { byNumber, DetrackBench, minimalJob as detrackJob } from '../support/detrack';
import { TriggerHooks } from '../support/hookContext';
import { byExternalId, minimalJob as radaroJob, RadaroBench } from '../support/radaro';
import { locator, ReadyCloudBench } from '../support/readycloud';
import { ROUTIGO_SANDBOX, RoutigoSandboxBench } from '../support/routigo';
import { type StandInBench, useBench } from '../support/standInBench';

/** How long everybody slept, in seconds; nobody really does. */
let slept: number[] = [];
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => {
		slept.push(milliseconds / 1000);
		await new Promise(setImmediate);
	},
}));

/** Two seconds for each request of publishing, of which one here waits so long. */
jest.mock('../../nodes/shared/api/limits', () => ({
	...jest.requireActual<object>('../../nodes/shared/api/limits'),
	PUBLISH_TIMES: { timeoutSeconds: 2, longestWaitSeconds: 0, totalSeconds: 60 },
}));

/** What the sandbox can do to a request, before or after it was processed, and what is said of it. */
const FAULTS: ReadonlyArray<[fault: IDataObject, words: RegExp]> = [
	[{ kind: 'status', status: 500 }, /is not able to answer right now/],
	[{ kind: 'html', status: 502 }, /is not able to answer right now/],
	[{ kind: 'reset' }, /The connection to .* broke before an answer came/],
	[{ kind: 'malformed' }, /The answer of .* broke off|answered (without|with something that)/],
	[{ kind: 'timeout' }, /did not answer within 0\.5 seconds/],
	[{ kind: 'expiredKey' }, /does not accept the (API key|access token|token)/],
	...[1, 0, -5, 'soon', '', '1e400', 99_999_999_999, 'Wed, 21 Oct 2015 07:28:00 GMT'].map(
		(retryAfter): [IDataObject, RegExp] => [
			{ kind: 'status', status: 429, retryAfter },
			/is getting too many requests/,
		],
	),
	[
		{ kind: 'status', status: 429, retryAfter: 'Wed, 21 Oct 2099 07:28:00 GMT' },
		/is getting too many requests/,
	],
];

const radaro = useBench(new RadaroBench());
const detrack = useBench(new DetrackBench());
const routigo = useBench(new RoutigoSandboxBench());
const readyCloud = useBench(new ReadyCloudBench());

interface Vendor {
	bench: StandInBench;
	create: [operation: string, parameters: IDataObject];
	remove: [operation: string, parameters: IDataObject];
	/** How many there are of what is created here. */
	count(): Promise<number>;
}

const ORG = { organizationId: locator('id', 'K7p') };
const HOOK = 'https://erp.example/faults';

async function counted(
	bench: StandInBench,
	operation: string,
	parameters: IDataObject,
	fits: (json: IDataObject) => boolean,
): Promise<number> {
	const { items } = await bench.run(operation, { returnAll: true, simplify: false, ...parameters });
	return items.filter(({ json }) => fits(json)).length;
}

const VENDORS: Record<string, Vendor> = {
	Radaro: {
		bench: radaro,
		create: ['create', radaroJob('F-1')],
		remove: ['delete', byExternalId('F-1')],
		count: () => counted(radaro, 'getMany', {}, (job) => job.external_id === 'F-1'),
	},
	Detrack: {
		bench: detrack,
		create: ['create', detrackJob('F-1')],
		remove: ['delete', byNumber('F-1')],
		count: () => counted(detrack, 'getMany', {}, (job) => job.do_number === 'F-1'),
	},
	RoutiGo: {
		bench: routigo,
		create: ['webhook.create', { event: 'TOUR_PLANNED', url: HOOK, name: 'Faults' }],
		remove: ['webhook.delete', {}],
		count: () => counted(routigo, 'webhook.getMany', {}, (hook) => nameOf(hook) === 'Faults'),
	},
	ReadyCloud: {
		bench: readyCloud,
		create: ['webhook.create', { ...ORG, entity: 'orders', remoteUrl: HOOK }],
		remove: ['webhook.delete', ORG],
		count: () => counted(readyCloud, 'webhook.getMany', ORG, (hook) => hook.remote_url === HOOK),
	},
};

const nameOf = ({ action }: IDataObject): unknown => (action as IDataObject).name;

/** Only what is never answered is waited for but shortly: others must not depend on a busy machine. */
const optionsFor = ({ kind }: IDataObject = {}): IDataObject => ({
	options: { timeout: kind === 'timeout' ? 0.5 : 60, longestWait: 3 },
});

/** The error of a run, or `null` where it was a success. */
async function errorIn(run: Promise<unknown>): Promise<string | null> {
	return await run.then(
		() => null,
		(error: Error) => error.message,
	);
}

/** Creates one, without a fault; gives what deletes it. */
async function there({ bench, create, remove }: Vendor): Promise<[string, IDataObject]> {
	const { items } = await bench.run(...create);
	const [operation, parameters] = remove;
	const webhook = locator('id', String(items[0]?.json.id));
	return [operation, operation.startsWith('webhook') ? { ...parameters, webhook } : parameters];
}

/** Refusals after the work was done are none, and what is never answered takes time: those come once. */
const whenOf = ({ kind, status }: IDataObject): string[] => {
	if (status === 429 || kind === 'expiredKey') return ['before'];
	return kind === 'timeout' ? ['after'] : ['before', 'after'];
};

const cases = FAULTS.flatMap(([fault, words]) =>
	whenOf(fault).map((when): [string, IDataObject, RegExp] => [
		JSON.stringify({ ...fault, when }),
		{ ...fault, when },
		words,
	]),
);

describe.each(Object.entries(VENDORS))('%s', (_name, vendor) => {
	beforeEach(() => {
		slept = [];
	});

	it.each(cases)('creates nothing twice, and says so, at %s', async (_what, fault, words) => {
		await vendor.bench.fault({ ...fault, methods: ['POST'] });
		const [operation, parameters] = vendor.create;
		expect(
			await errorIn(vendor.bench.run(operation, { ...parameters, ...optionsFor(fault) })),
		).toMatch(words);
		expect(slept.reduce((sum, seconds) => sum + seconds, 0)).toBeLessThanOrEqual(3);
		expect(await vendor.count()).toBe(fault.when === 'before' ? 0 : 1);
	});

	it.each(cases)('says of no deletion that it was done, at %s', async (_what, fault, words) => {
		const [operation, parameters] = await there(vendor);
		await vendor.bench.fault({ ...fault, methods: ['DELETE'] });
		expect(
			await errorIn(vendor.bench.run(operation, { ...parameters, ...optionsFor(fault) })),
		).toMatch(words);
		expect(await vendor.count()).toBe(fault.when === 'before' ? 1 : 0);
	});

	it('cannot be reached where its name is unknown', async () => {
		const [operation, parameters] = vendor.create;
		const credential = { baseUrl: 'https://nobody.invalid' };
		const run = vendor.bench.run(operation, { ...parameters, ...optionsFor() }, { credential });
		expect(await errorIn(run)).toMatch(/cannot be reached|did not answer within/);
	});
});

describe('publishing that fails half-way', () => {
	const readyCloudTrigger = () =>
		new TriggerHooks({
			node: new ReadyCloudTrigger(),
			credentialType: new ReadyCloudApi(),
			credential: { accessToken: READYCLOUD_TOKEN, baseUrl: readyCloud.baseUrl },
			parameters: { ...ORG, events: ['orders', 'acceptance-scan', 'contact'] },
		});
	const routigoTrigger = () =>
		new TriggerHooks({
			node: new RoutigoTrigger(),
			credentialType: new RoutigoApi(),
			credential: { ...ROUTIGO_SANDBOX.credential, baseUrl: routigo.baseUrl },
			parameters: { events: ['TOUR_PLANNED', 'ASSIGNMENT_DONE'] },
		});
	const TRIGGERS = {
		ReadyCloud: {
			bench: readyCloud as StandInBench,
			trigger: readyCloudTrigger,
			count: () =>
				counted(readyCloud, 'webhook.getMany', ORG, ({ remote_url: url }) => isOurs(url)),
			all: 3,
		},
		RoutiGo: {
			bench: routigo as StandInBench,
			trigger: routigoTrigger,
			count: () =>
				counted(routigo, 'webhook.getMany', {}, ({ action }) =>
					isOurs((action as IDataObject).url),
				),
			all: 2,
		},
	};
	const isOurs = (url: unknown): boolean => String(url).startsWith('https://n8n.example/');
	const half = cases.filter(([, { kind }]) => kind !== 'expiredKey');

	describe.each(Object.entries(TRIGGERS))('%s', (_name, { bench, trigger, count, all }) => {
		it.each(half)('leaves nothing behind at %s', async (_what, fault) => {
			await bench.fault({ ...fault, methods: ['POST'], every: 2, times: 1 });
			expect(await errorIn(trigger().publish())).not.toBeNull();
			expect(await count()).toBe(0);
			await trigger().publish();
			expect(await count()).toBe(all);
		});
	});

	it('does not take a webhook for gone that it may not delete', async () => {
		const trigger = readyCloudTrigger();
		await trigger.publish();
		await readyCloud.fault({ kind: 'status', status: 403, methods: ['DELETE'] });
		expect(await errorIn(trigger.unpublish())).toMatch(/^ReadyCloud gives no access to /);
		expect(await TRIGGERS.ReadyCloud.count()).toBe(3);
		expect(trigger.memory.webhooks).toHaveLength(3);
	});
});
