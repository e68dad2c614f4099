import { READYCLOUD_EVENTS } from '../../../../nodes/ReadyCloud/event/events';
import { ENTITY_KEY, entityIn } from '../../../../nodes/ReadyCloud/event/webhookEntities';
import { choicesOf, eventOf, sample } from '../support';

const ORDER = '/api/v2/orgs/K7p/orders/q2Xd/';
const CONTACT = '/api/v2/orgs/K7p/contacts/5hW/';
const ADDRESS = '/api/v2/orgs/K7p/contacts/5hW/addresses/8nC/';
const PACKAGING = '/api/v2/orgs/K7p/packaging/4Tz/';

it('has exactly the entities that ReadyCloud lists, in its own spelling', () => {
	expect(READYCLOUD_EVENTS.map(({ value }) => value).sort()).toEqual([
		'acceptance-scan',
		'contact',
		'contact-address',
		'order-delivered',
		'orders',
		'packaging',
		'webhook',
	]);
});

describe('which choice a delivery fulfils', () => {
	it.each([
		['orders', 'orders.json'],
		['orders', 'orders-filled.json'],
		['order-delivered', 'inferred/order-delivered.json'],
		['acceptance-scan', 'acceptance-scan.json'],
		['packaging', 'inferred/packaging.json'],
		['contact', 'inferred/contact.json'],
		['contact-address', 'inferred/contact-address.json'],
	])('%s: %s', (entity, name) => {
		expect(choicesOf(entity, sample(name))).toEqual([entity]);
	});

	it('is told by the address alone where bodies are alike', () => {
		const order = sample('orders-filled.json');
		expect(
			['orders', 'order-delivered', 'acceptance-scan'].map((entity) => choicesOf(entity, order)),
		).toEqual([['orders'], ['order-delivered'], ['acceptance-scan']]);
	});

	it.each([
		['orders', { primary_id: 'WEB-20418' }],
		['orders', { url: null, primary_id: 'WEB-20418' }],
		['orders', { url: 'not a path' }],
		['orders', { url: `${ORDER}boxes/9bR/` }],
		['contact', { url: ADDRESS }],
		['webhook', { url: ORDER }],
		['webhook', { anything: [] }],
	])('is %s for %j, which does not contradict it', (entity, body) => {
		expect(choicesOf(entity, body)).toEqual([entity]);
	});

	it.each([
		['orders', CONTACT],
		['order-delivered', PACKAGING],
		['acceptance-scan', CONTACT],
		['packaging', ORDER],
		['contact', ORDER],
		['contact-address', PACKAGING],
		['Orders', ORDER],
		['order', ORDER],
		['contacts', CONTACT],
		['__proto__', ORDER],
		['', ORDER],
		[undefined, ORDER],
	])('is none for %p with %s', (entity, url) => {
		expect(choicesOf(entity, { url })).toEqual([]);
	});
});

describe('a delivery that fits no choice', () => {
	it('is not taken for delivered when it is no order at all', () => {
		expect(eventOf('order-delivered', sample('inferred/contact.json'))).toMatchObject({
			event: 'unknown',
			status: 'unknown',
			jobId: '5hW',
			recipientName: 'Robin Placeholder',
			providerEvent: 'order-delivered',
		});
	});

	it('still tells what its body tells', () => {
		expect(eventOf(undefined, sample('orders-filled.json'))).toMatchObject({
			event: 'unknown',
			status: 'in_transit',
			jobId: 'q2Xd',
			reference: 'WEB-20418',
			providerEvent: null,
		});
	});
});

describe('the entity in the query of an address', () => {
	it.each<[unknown, string | null]>([
		['orders', 'orders'],
		['order-delivered', 'order-delivered'],
		['orders/', 'orders'],
		['orders/q2Xd', 'orders'],
		[' orders ', 'orders'],
		['something-new', 'something-new'],
		['', null],
		['/', null],
		[['orders', 'contact'], null],
		[{ a: 'orders' }, null],
		[7, null],
		[undefined, null],
	])('%j is %j', (value, entity) => {
		expect(entityIn({ [ENTITY_KEY]: value })).toBe(entity);
	});
});
