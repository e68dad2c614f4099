import { READYCLOUD_ORG } from '../../../../../sandbox/readycloud/defaults';
import { locator, ReadyCloudBench } from '../../../../support/readycloud';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

const FIELDS = {
	contactFields: {
		firstName: 'Robin',
		lastName: ' Placeholder ',
		isCompany: false,
		occupation: '',
		otherAttributes: '{"custom_fields": {"Tier": {"value": "gold"}}}',
	},
	addresses: {
		address: [
			{ address1: '77 Alder Street', postCode: '83702', email: 'robin@example.com', default: true },
			{ address1: '', default: false },
		],
	},
};
const create = () => readyCloud.one('contact.create', FIELDS);
const chosen = (value: unknown) => ({ contact: locator('id', String(value)) });

it("is created by ReadyCloud's names, without what is empty", async () => {
	const contact = await create();
	expect((await readyCloud.lastRequest('POST'))?.body).toEqual({
		first_name: 'Robin',
		last_name: 'Placeholder',
		is_company: false,
		custom_fields: { Tier: { value: 'gold' } },
		addresses: [
			{
				address_1: '77 Alder Street',
				post_code: '83702',
				email: 'robin@example.com',
				default: true,
			},
		],
	});
	expect(contact).toMatchObject({
		url: `/api/v2/orgs/${READYCLOUD_ORG}/contacts/${String(contact.id)}/`,
		first_name: 'Robin',
		addresses: [{ id: expect.any(String), email: 'robin@example.com' }],
	});
});

it('is read by its id, its url, and the url of one of its addresses', async () => {
	const { id, url, addresses } = await create();
	const [address] = addresses as Array<{ url: string }>;
	for (const value of [id, url, address?.url]) {
		expect(await readyCloud.one('contact.get', chosen(value))).toMatchObject({ id });
	}
});

it('is listed, with notes when asked for', async () => {
	const { id } = await create();
	const { items } = await readyCloud.run('contact.getMany', { returnAll: true });
	expect(items.map(({ json }) => json.id)).toEqual([id]);
	await readyCloud.run('contact.getMany', { expandNotes: true });
	expect((await readyCloud.lastRequest('GET'))?.query).toMatchObject({ expand: 'notes' });
});

it('is changed where something is given, and cleared where that is empty', async () => {
	const { id } = await create();
	const updateFields = { lastName: '', website: 'https://example.com', isCompany: true };
	const changed = await readyCloud.one('contact.update', { ...chosen(id), updateFields });
	expect((await readyCloud.lastRequest('PATCH'))?.body).toEqual({
		last_name: null,
		website: 'https://example.com',
		is_company: true,
	});
	expect(changed).toMatchObject({ id, first_name: 'Robin', last_name: null, is_company: true });
});

it('is deleted once', async () => {
	const { id } = await create();
	expect(await readyCloud.one('contact.delete', chosen(id))).toEqual({ deleted: true, id });
	for (const operation of ['contact.delete', 'contact.get', 'contact.update']) {
		const parameters = { ...chosen(id), updateFields: { website: 'x' } };
		expect((await errorOf(readyCloud.run(operation, parameters))).message).toBe(
			`ReadyCloud has no contact "${String(id)}" in the organization "${READYCLOUD_ORG}"`,
		);
	}
});

it.each([
	['contact.create', {}, 'The contact is empty. Give at least a name or an address.'],
	[
		'contact.update',
		chosen('q2Xd'),
		'There is nothing to change. Add a field under "Update Fields".',
	],
])('is not sent without anything by %s', async (operation, parameters, message) => {
	expect((await errorOf(readyCloud.run(operation, parameters))).message).toBe(message);
	expect(await readyCloud.requests()).toEqual([]);
});
