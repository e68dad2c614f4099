import { deliveryEventSchema } from '../../nodes/shared/event/deliveryEvent';
import { DELIVERY_COLUMNS } from '../../runtime/demo/columns';
import { demoCredentials } from '../../runtime/demo/credentials';
import { DEMO_VENDORS } from '../../runtime/demo/vendors';
import { bindWorkflow, webhookUrl } from '../../runtime/demo/workflow';
import { templateFile } from '../support/storyWorkflow';
import { VENDORS } from '../support/vendors';

it('the data table has exactly the columns of the delivery event', () => {
	const names = DELIVERY_COLUMNS.map(({ name }) => name);
	expect([...names].sort()).toEqual(Object.keys(deliveryEventSchema.shape).sort());
	const numbers = DELIVERY_COLUMNS.filter(({ type }) => type === 'number');
	expect(numbers.map(({ name }) => name)).toEqual([
		'attempt',
		'latitude',
		'longitude',
		'proofLatitude',
		'proofLongitude',
		'rating',
		'itemCount',
	]);
});

it('there is a credential of every type, for every vendor and for what receives', () => {
	const types = demoCredentials({ url: 'http://127.0.0.1:5700', smtpPort: 5725 }).map(
		({ type }) => type,
	);
	const own = VENDORS.flatMap(({ credentials }) => credentials.map(({ name }) => name));
	expect(types).toEqual([...own, 'smtp', 'erpNextApi']);
});

it('a URL is pasted for the vendors that cannot be told by their trigger', () => {
	const pasting = DEMO_VENDORS.filter(({ portal }) => portal !== undefined);
	const pasted = VENDORS.filter(({ webhookUrl }) => webhookUrl === 'pasted');
	expect(pasting.map(({ slug }) => slug)).toEqual(pasted.map(({ slug }) => slug));
	const [radaro] = pasting;
	expect(radaro?.portal?.('http://127.0.0.1:5678/webhook/1/radaro')).toEqual({
		urls: ['http://127.0.0.1:5678/webhook/1/radaro'],
		token: 'SandboxRadaroToken0042',
	});
});

it('its workflow listens to every vendor, once', async () => {
	const { nodes } = await templateFile('lastmile-demo');
	const triggers = nodes.map(({ type }) => type).filter((type) => /\.\w+Trigger$/.test(type));
	const expected = VENDORS.map(({ provider }) => `n8n-nodes-lastmile.${provider}Trigger`);
	expect(triggers.sort()).toEqual(expected.sort());
});

describe('binding the demo workflow to an n8n', () => {
	const credential = { id: 'c1', name: 'Radaro (stand-in)', type: 'radaroWebhookApi' };
	const erp = { id: 'c2', name: 'ERP', type: 'erpNextApi' };
	const bindings = {
		credentials: new Map([
			['radaroWebhookApi', credential],
			['erpNextApi', erp],
		]),
		tableId: 't1',
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
			{ name: 'Row', type: 'n8n-nodes-base.dataTable', parameters: { operation: 'insert' } },
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
	const [trigger, row, note, sheet, health, chosen] = bindWorkflow(file, bindings).nodes;

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

	it('points Data Table nodes at the table', () => {
		expect(row?.parameters).toEqual({
			operation: 'insert',
			dataTableId: { __rl: true, mode: 'id', value: 't1' },
		});
	});

	it('gives a node of a template the credential that there is for it, if any', () => {
		expect(note?.credentials).toEqual({ erpNextApi: { id: 'c2', name: 'ERP' } });
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

it('a Data Table node that names its table keeps it', () => {
	const dataTableId = { __rl: true, mode: 'name', value: 'delivery_events' };
	const node = { name: 'Keep', type: 'n8n-nodes-base.dataTable', parameters: { dataTableId } };
	const bound = bindWorkflow(
		{ name: 'One', nodes: [node], connections: {} },
		{ credentials: new Map(), tableId: 'T1', credentialTypes: new Map() },
	);
	expect(bound.nodes[0]?.parameters).toEqual({ dataTableId });
});
