import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { Routigo } from '../../../../nodes/Routigo/Routigo.node';
import { ROUTIGO_BEARER, ROUTIGO_LIMITED_KEY } from '../../../../sandbox/routigo/defaults';
import { executeContext } from '../../../support/executeNode';
import { byId, ROUTIGO_SANDBOX, RoutigoSandboxBench } from '../../../support/routigo';
import { errorOf, type OperationOptions } from '../../../support/runOperation';
import { useBench } from '../../../support/standInBench';

const routigo = useBench(new RoutigoSandboxBench());

const run = async (
	operation: string,
	parameters: IDataObject,
	credential: OperationOptions['credential'] = {},
) => {
	const baseUrl = `${routigo.baseUrl}/`;
	const { items } = await routigo.run(operation, parameters, {
		credential: { baseUrl, ...credential },
	});
	return items.map(({ json }) => json);
};

const webhook = (name: string, event: string): IDataObject => ({
	event,
	name,
	url: 'https://hooks.example.test/routigo',
	additionalFields: {
		serviceCentres: 'ZWOLLE',
		headers: { parameter: [{ name: 'Authorization', value: 'Bearer S3cretS3cret' }] },
	},
});

it('takes a webhook through its life', async () => {
	const ofOthers = await run('webhook.getMany', { returnAll: true });
	const [made] = await run('webhook.create', webhook('Drops', 'ASSIGNMENT_DONE'));
	await run('webhook.create', webhook('Tours', 'TOUR_PLANNED'));
	const id = String(made?.id);
	expect(made).toMatchObject({ routigoEventType: 'ASSIGNMENT', serviceCentres: ['ZWOLLE'] });
	const planned = await run('webhook.getMany', { filters: { event: 'TOUR_PLANNED' } });
	expect(planned.map(({ routigoEvent }) => routigoEvent)).toContain('TOUR_PLANNED');
	expect(planned.map(({ id: listed }) => listed)).not.toContain(id);

	await run('webhook.update', { ...byId(id), updateFields: { name: 'All drops' } });
	const [changed] = await run('webhook.get', byId(id));
	expect(changed).toMatchObject({
		id,
		serviceCentres: ['ZWOLLE'],
		action: { name: 'All drops', headers: { Authorization: '***' } },
	});

	expect(await search('all DROPS')).toEqual([{ name: 'Assignment Done · All drops', value: id }]);
	expect(await search()).toHaveLength(ofOthers.length + 2);

	expect(await run('webhook.delete', byId(id))).toEqual([{ deleted: true, id }]);
	const { message } = await errorOf(run('webhook.delete', byId(id)));
	expect(message).toBe(`RoutiGo has no webhook with the ID "${id}"`);
	const names = (await run('webhook.getMany', { returnAll: true })).map(nameOf);
	expect(names).toEqual([...ofOthers.map(nameOf), 'Tours']);
});

const nameOf = ({ action }: IDataObject): unknown => (action as IDataObject).name;

async function search(filter?: string) {
	const { context } = executeContext({
		...ROUTIGO_SANDBOX,
		credential: { ...ROUTIGO_SANDBOX.credential, baseUrl: routigo.baseUrl },
		parameters: { resource: 'webhook', operation: 'get', ...byId('') },
	});
	const { searchWebhooks } = new Routigo().methods.listSearch;
	const found: INodeListSearchResult = await searchWebhooks.call(context as never, filter);
	return found.results;
}

it('uploads an order', async () => {
	const [order] = await run('order.upload', {
		identifier: '48213',
		deliveryDate: '2099-05-14',
		recipientName: 'Femke Oosterhof',
		addressLine: 'Korenbloemlaan 27 B',
		postcode: '8043XX',
		cityName: 'Zwolle',
		additionalFields: { visitAfter: '09:00', visitBefore: '12:30' },
	});
	expect(order).toMatchObject({ identifier: '48213', reference: '48213' });
	expect(order?.trackingId).toEqual(expect.stringMatching(/./));
});

it('works with a user token', async () => {
	const credential = { authentication: 'bearer', apiKey: '', token: ROUTIGO_BEARER };
	expect(await run('webhook.getMany', {}, credential)).not.toEqual([]);
});

it.each([
	['made-up-key', 'RoutiGo does not accept the API key'],
	[ROUTIGO_LIMITED_KEY, 'RoutiGo does not allow this with the API key'],
])('says what is wrong with the key %s', async (apiKey, sentence) => {
	const { message } = await errorOf(run('webhook.getMany', {}, { apiKey }));
	expect(message).toBe(sentence);
});
