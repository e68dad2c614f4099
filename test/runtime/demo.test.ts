import { demoCredentials } from '../../runtime/demo/credentials';
import { filledIn, otherFlows, RECEIVE } from '../../runtime/demo/flows';
import { setUpPortals } from '../../runtime/demo/portals';
import { tablesOf } from '../../runtime/demo/tables';
import { bindWorkflow, webhookUrl } from '../../runtime/demo/workflow';
import { Bench } from '../sandbox/support/bench';
import { templateFile } from '../support/storyWorkflow';
import { VENDORS } from '../support/vendors';

it('there is a credential of every type, for every vendor and for what receives', () => {
	const types = demoCredentials({ url: 'http://127.0.0.1:5700', smtpPort: 5725 }).map(
		({ type }) => type,
	);
	const own = VENDORS.flatMap(({ credentials }) => credentials.map(({ name }) => name));
	expect(types).toEqual([...own, 'smtp', 'erpNextApi']);
});

it('enters the URL of each vendor that cannot be told by its trigger, and leaves what a person entered', async () => {
	const bench = await Bench.start();
	const urlOf = (port: number) => (provider: string) =>
		`http://127.0.0.1:${port}/webhook/1/${provider}`;
	const urls = async (slug: string): Promise<unknown> =>
		(await bench.control('GET', `${slug}/webhooks`)).json().urls;
	try {
		expect(await setUpPortals(bench.sandbox.url, urlOf(5678))).toEqual([]);
		expect(await urls('radaro')).toEqual(['http://127.0.0.1:5678/webhook/1/radaro']);
		expect(await urls('detrack')).toEqual(['http://127.0.0.1:5678/webhook/1/detrack']);
		// Started with another port.
		expect(await setUpPortals(bench.sandbox.url, urlOf(5688))).toEqual([]);
		expect(await urls('radaro')).toEqual(['http://127.0.0.1:5688/webhook/1/radaro']);
		const own = 'https://n8n.example.com/webhook/2/mine';
		const [radaro] = (await urls('radaro')) as string[];
		await bench.control('PUT', 'radaro/webhooks', { urls: [own, radaro] });
		await bench.control('PUT', 'detrack/webhooks', { urls: [own] });
		expect(await setUpPortals(bench.sandbox.url, urlOf(5698))).toEqual(['Detrack']);
		expect(await urls('radaro')).toEqual([own, 'http://127.0.0.1:5698/webhook/1/radaro']);
		expect(await urls('detrack')).toEqual([own]);
	} finally {
		await bench.sandbox.close();
	}
});

it('receives from every vendor, once', async () => {
	const { nodes } = await templateFile(RECEIVE.file.replace('.json', ''));
	const triggers = nodes.map(({ type }) => type).filter((type) => /\.\w+Trigger$/.test(type));
	const expected = VENDORS.map(({ provider }) => `n8n-nodes-lastmile.${provider}Trigger`);
	expect(triggers.filter((type) => type.startsWith('n8n-nodes-lastmile.')).sort()).toEqual(
		expected.sort(),
	);
});

describe('filling in a template', () => {
	const file = {
		name: 'Reader',
		connections: {},
		nodes: [
			{
				name: 'Settings',
				type: 'n8n-nodes-base.set',
				parameters: {
					assignments: {
						assignments: [
							{ name: 'begin', value: 'now', type: 'string' },
							{ name: 'language', value: 'en', type: 'string' },
						],
					},
					options: {},
				},
			},
			{
				name: 'Each minute',
				type: 'n8n-nodes-base.scheduleTrigger',
				parameters: { rule: 1, a: 2 },
			},
		],
		settings: { executionOrder: 'v1' },
	};

	it('sets what a dispatcher sets, and leaves the rest', () => {
		const settings = { begin: 'beginning' };
		const parameters = { 'Each minute': { rule: 5 } };
		const filled = filledIn(file, { file: '', settings, parameters, isFrequent: true });
		expect(filled.nodes[0]?.parameters).toEqual({
			assignments: {
				assignments: [
					{ name: 'begin', value: 'beginning', type: 'string' },
					{ name: 'language', value: 'en', type: 'string' },
				],
			},
			options: {},
		});
		expect(filled.nodes[1]).toEqual({ ...file.nodes[1], parameters: { rule: 5, a: 2 } });
		expect(filled.settings).toEqual({ executionOrder: 'v1', saveDataSuccessExecution: 'none' });
	});

	it('switches off what the demo does without', () => {
		const filled = filledIn(file, { file: '', off: ['Each minute'] });
		expect(filled.nodes.map(({ disabled }) => disabled)).toEqual([undefined, true]);
		expect(filled.settings).toEqual({ executionOrder: 'v1' });
	});

	it('says what a template no longer has', () => {
		expect(() => filledIn(file, { file: '', settings: { sheet: '' } })).toThrow(
			'Reader has no setting sheet.',
		);
		expect(() => filledIn(file, { file: '', off: ['Each hour'] })).toThrow(
			'Reader has no node Each hour.',
		);
	});

	it('finds everything that the demo sets in the templates as they are', async () => {
		for (const flow of [RECEIVE, ...otherFlows('http://127.0.0.1:5700')]) {
			const found = await templateFile(flow.file.replace('.json', ''));
			expect(() => filledIn(found, flow)).not.toThrow();
		}
	});
});

it('the tables are those that the templates make, the sheet with every column of the log', async () => {
	const receive = tablesOf(await templateFile('event-log/receive'));
	expect(receive.map(({ name }) => name)).toContain('delivery_events');
	expect(tablesOf(await templateFile('lastmile-demo'))).toEqual([
		{ name: 'Lastmile demo sheet', columns: receive[0]?.columns },
	]);
});

describe('binding the demo workflow to an n8n', () => {
	const credential = { id: 'c1', name: 'Radaro (stand-in)', type: 'radaroWebhookApi' };
	const erp = { id: 'c2', name: 'ERP', type: 'erpNextApi' };
	const bindings = {
		credentials: new Map([
			['radaroWebhookApi', credential],
			['erpNextApi', erp],
		]),
		credentialTypes: new Map([
			['n8n-nodes-base.erpNext', ['erpNextApi']],
			['n8n-nodes-base.googleSheets', ['googleApi']],
		]),
	};
	const file = {
		name: 'Demo',
		connections: {},
		nodes: [
			{
				name: 'Start',
				type: 'n8n-nodes-lastmile.radaroTrigger',
				credentials: { radaroWebhookApi: { id: '', name: '' }, other: { id: 'o', name: 'Other' } },
			},
			{
				name: 'Call',
				type: 'n8n-nodes-base.httpRequest',
				parameters: { nodeCredentialType: 'erpNextApi' },
			},
			{ name: 'Note', type: 'n8n-nodes-base.erpNext' },
			{ name: 'Sheet', type: 'n8n-nodes-base.googleSheets' },
			{ name: 'Health', type: 'n8n-nodes-lastmile.readyCloud', parameters: { limit: 5 } },
			{
				name: 'Chosen',
				type: 'n8n-nodes-lastmile.readyCloud',
				parameters: { organizationId: { __rl: true, mode: 'id', value: 'own' } },
			},
		],
	};
	const [trigger, call, note, sheet, health, chosen] = bindWorkflow(file, bindings).nodes;

	it('sets the credentials it has and leaves the others', () => {
		expect(trigger?.credentials).toEqual({
			radaroWebhookApi: { id: 'c1', name: 'Radaro (stand-in)' },
			other: { id: 'o', name: 'Other' },
		});
	});

	it('gives the trigger a URL that stays the same', () => {
		const again = bindWorkflow(file, bindings).nodes[0];
		expect(trigger?.webhookId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		expect(again?.webhookId).toBe(trigger?.webhookId);
	});

	it('gives a node of a template the credential that there is for it, if any', () => {
		expect(note?.credentials).toEqual({ erpNextApi: { id: 'c2', name: 'ERP' } });
		expect(call?.credentials).toEqual({ erpNextApi: { id: 'c2', name: 'ERP' } });
		expect(sheet?.credentials).toBeUndefined();
	});

	it('chooses an organization where none is chosen', () => {
		expect(health?.parameters).toEqual({
			limit: 5,
			organizationId: { __rl: true, mode: 'id', value: 'K7p' },
		});
		expect(chosen?.parameters).toMatchObject({ organizationId: { value: 'own' } });
	});
});

it('the URL of a trigger is that of its choice of when it answers', () => {
	const webhooks = [
		{ name: 'default', path: 'radaro' },
		{ name: 'finished', path: 'radaro-finished' },
	];
	const type = 'n8n-nodes-lastmile.radaroTrigger';
	const url = (parameters: object) =>
		webhookUrl(
			[{ name: type, displayName: 'Radaro Trigger', version: 2, webhooks }],
			'http://127.0.0.1:5678',
			{
				name: 'One',
				nodes: [{ name: 'Radaro', type, webhookId: '7', parameters }],
				connections: {},
			},
			type,
		);
	expect(url({})).toBe('http://127.0.0.1:5678/webhook/7/radaro');
	expect(url({ answer: 'whenFinished' })).toBe('http://127.0.0.1:5678/webhook/7/radaro-finished');
});
