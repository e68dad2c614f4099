import { READYCLOUD_DELETED_ORG, READYCLOUD_ORG } from '../../../../../sandbox/readycloud/defaults';
import { locator, ReadyCloudBench } from '../../../../support/readycloud';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

const ids = async (parameters: object) =>
	(await readyCloud.run('organization.getMany', { returnAll: true, ...parameters })).items.map(
		({ json }) => json.id,
	);

it('gives the organizations that are not deleted', async () => {
	expect(await ids({})).toEqual([READYCLOUD_ORG]);
	expect(await ids({ includeDeleted: true })).toEqual([READYCLOUD_ORG, READYCLOUD_DELETED_ORG]);
});

it('gives one by its id or its url, with its money in parts', async () => {
	for (const value of [READYCLOUD_ORG, `/api/v2/orgs/${READYCLOUD_ORG}/`]) {
		const organizationId = locator('id', value);
		expect(await readyCloud.one('organization.get', { organizationId })).toMatchObject({
			id: READYCLOUD_ORG,
			name: 'Example Outfitters',
			payment_plan: { price: '0.00 USD', price_amount: '0.00', price_currency: 'USD' },
		});
	}
});

it.each([
	['organization.get', {}],
	['webhook.getMany', {}],
	['webhook.create', { remoteUrl: 'https://example.com/' }],
	['webhook.renew', {}],
	['order.getMany', {}],
	['order.create', { primaryId: 'A-1' }],
	['contact.getMany', {}],
	['tag.getMany', { of: 'organization' }],
])(
	'says of %s that an organization is gone, whose id differs in capitals alone',
	async (operation, parameters) => {
		const organizationId = locator('id', READYCLOUD_DELETED_ORG);
		const error = await errorOf(readyCloud.run(operation, { organizationId, ...parameters }));
		expect(error.message).toBe(`ReadyCloud has no organization "${READYCLOUD_DELETED_ORG}"`);
		expect(error.description).toMatch(
			/^It may have been deleted, or belong to another access token\./,
		);
	},
);
