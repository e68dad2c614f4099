import { readable } from '../../../../nodes/ReadyCloud/api/withIdsAndMoney';
import {
	collectionIn,
	idGiven,
	idsIn,
	organizationIn,
	ownId,
} from '../../../../nodes/ReadyCloud/event/urlIds';
import { fixture } from '../../../support/fixtures';

describe('the ids in a url', () => {
	it.each<[unknown, string | null, string | null, string | null]>([
		['/api/v2/orgs/K7p/orders/q2Xd/', 'K7p', 'orders', 'q2Xd'],
		['/api/v2/orgs/K7p/orders/q2Xd', 'K7p', 'orders', 'q2Xd'],
		['/api/v2/orgs/k7P/orders/Q2xD/', 'k7P', 'orders', 'Q2xD'],
		['/api/v2/orgs/1/webhooks/1/', '1', 'webhooks', '1'],
		['/api/v2/orgs/0001/orders/007/', '0001', 'orders', '007'],
		['/api/v2/orgs/DP/orders/PK/', 'DP', 'orders', 'PK'],
		['/api/v2/orgs/a-b_c.d~e/orders/~.-_/', 'a-b_c.d~e', 'orders', '~.-_'],
		['/api/v2/orgs/K7p/contacts/5hW/addresses/8nC/', 'K7p', 'contacts', '8nC'],
		['/api/v2/orgs/K7p/orders/q2Xd/boxes/9bR/items/3a/', 'K7p', 'orders', '3a'],
		[
			'https://www.readycloud.com/api/v2/orgs/K7p/orders/q2Xd/?expand=boxes',
			'K7p',
			'orders',
			'q2Xd',
		],
		['https://orgs/api/v2/orgs/K7p/orders/q2Xd/#top', 'K7p', 'orders', 'q2Xd'],
		['http://localhost:5678/readycloud/api/v2/orgs/K7p/', 'K7p', null, 'K7p'],
		['/api/v2/orgs/orgs/orders/orders/', 'orgs', 'orders', 'orders'],
		['/api/v2/orgs/K7p/orders/', 'K7p', null, 'K7p'],
		['/api/v2/orgs/', null, null, null],
		['/api/v2/orders/q2Xd/', null, null, null],
		['/api/v2/orgs/K7p/__proto__/x/', 'K7p', '__proto__', 'x'],
		['q2Xd', null, null, null],
		['', null, null, null],
		[null, null, null, null],
		[7, null, null, null],
		[{ url: '/api/v2/orgs/K7p/' }, null, null, null],
	])('%j', (url, organization, collection, own) => {
		const ids = idsIn(url);
		expect([organizationIn(ids), collectionIn(ids), ownId(url)]).toEqual([
			organization,
			collection,
			own,
		]);
	});

	it('stand by their collections', () => {
		expect([...idsIn('/api/v2/orgs/K7p/contacts/5hW/addresses/8nC/')]).toEqual([
			['orgs', 'K7p'],
			['contacts', '5hW'],
			['addresses', '8nC'],
		]);
	});
});

describe('an id that somebody gives', () => {
	it.each<[unknown, string | null]>([
		['q2Xd', 'q2Xd'],
		[' q2Xd\n', 'q2Xd'],
		[7, '7'],
		['007', '007'],
		['a-b_c.d~e', 'a-b_c.d~e'],
		['/api/v2/orgs/K7p/orders/q2Xd/', 'q2Xd'],
		['https://www.readycloud.com/api/v2/orgs/K7p/orders/q2Xd/', 'q2Xd'],
		['/api/v2/orgs/K7p/orders/q2Xd/boxes/9bR/', 'q2Xd'],
		[{ url: '/api/v2/orgs/K7p/orders/q2Xd/', primary_id: '1' }, 'q2Xd'],
		['/api/v2/orgs/K7p/contacts/5hW/', null],
		['/api/v2/orgs/K7p/orders/', null],
		['/api/v2/orgs/K7p/orders/../', null],
		['/api/v2/orgs/K7p/orders/a%2Fb/', null],
		['q2Xd/', null],
		['a/b', null],
		['..', null],
		['.', null],
		['q2 Xd', null],
		['q2Xd?expand=boxes', null],
		['q2Xd#', null],
		['a\\b', null],
		['%2e%2e', null],
		['ä', null],
		['', null],
		[' ', null],
		[null, null],
		[NaN, null],
		[{}, null],
		[['q2Xd'], null],
	])('%j is the order %j', (given, id) => {
		expect(idGiven(given, 'orders')).toBe(id);
	});
});

describe('a result made readable', () => {
	it('has a plain id and the parts of money beside what came, at every depth', () => {
		const order = {
			url: '/api/v2/orgs/K7p/orders/q2Xd/',
			billing: { total: '52.65 USD', status: 'paid', shipping: '7.50 USD' },
			boxes: [
				{
					url: '/api/v2/orgs/K7p/orders/q2Xd/boxes/9bR/',
					weight: '140.0000 g',
					items: [{ unit_price: null, unit_weight: '10 LBS' }],
				},
				'/api/v2/orgs/K7p/orders/q2Xd/boxes/9bS/',
			],
			message: '100 USD',
			custom_fields: { total: '1.00 USD', url: '/api/v2/orgs/K7p/' },
			tags: ['5.00 USD'],
		};
		expect(readable(order)).toEqual({
			...order,
			id: 'q2Xd',
			billing: {
				...order.billing,
				total_amount: '52.65',
				total_currency: 'USD',
				shipping_amount: '7.50',
				shipping_currency: 'USD',
			},
			boxes: [
				{ ...(order.boxes[0] as object), id: '9bR' },
				'/api/v2/orgs/K7p/orders/q2Xd/boxes/9bS/',
			],
		});
	});

	it('loses nothing of a sample', () => {
		const sample = fixture('readycloud/orders-filled.json');
		expect(readable(sample)).toMatchObject({ ...sample, id: 'q2Xd' });
	});

	it('begins with the id', () => {
		expect(Object.keys(readable({ name: 'A', url: '/api/v2/orgs/K7p/' }))).toEqual([
			'id',
			'name',
			'url',
		]);
	});

	it('keeps keys that came under the same names', () => {
		const given = { url: '/api/v2/orgs/K7p/', id: 5, tax: '1.00 USD', tax_amount: 'theirs' };
		expect(readable(given)).toEqual({ ...given, tax_currency: 'USD' });
	});
});
