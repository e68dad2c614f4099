import { Cloud, idIn } from './support';

const cloud = Cloud.use();

describe('contacts', () => {
	const body = {
		first_name: 'Robin',
		last_name: 'Placeholder',
		orders: [],
		notes: [{ content: 'Prefers mornings' }],
		addresses: [{ address_type: 'shipping', city: 'Boise', default: true }],
	};

	it('are created, read, changed and deleted', async () => {
		const contact = (await cloud.org('POST', 'contacts/', body)).json();
		const path = `contacts/${idIn(contact)}/`;
		expect(contact).toMatchObject({
			first_name: 'Robin',
			is_company: false,
			orders: `/api/v2/orgs/K7p/${path}orders/`,
			addresses: [{ city: 'Boise', country: null, url: expect.stringContaining('/addresses/') }],
			source: { retrieved_at: expect.stringMatching(/\+00:00$/) },
		});
		await cloud.org('PATCH', path, { website: 'https://robin.example.com' });
		const read = (await cloud.org('GET', `${path}?expand=notes`)).json();
		expect(read).toMatchObject({
			website: 'https://robin.example.com',
			last_name: 'Placeholder',
			notes: [{ content: 'Prefers mornings' }],
		});
		const short = (await cloud.org('GET', path)).json();
		expect(short.notes).toEqual([{ url: expect.stringContaining('/notes/') }]);
		expect((await cloud.org('DELETE', path)).status).toBe(204);
		expect((await cloud.list('contacts/')).count).toBe(0);
	});

	it('have addresses, notes and orders of their own', async () => {
		const path = `contacts/${idIn((await cloud.org('POST', 'contacts/', body)).json())}/`;
		await cloud.subscribe('contact-address', '/addresses');
		const address = (await cloud.org('POST', `${path}addresses/`, { city: 'Nampa' })).json();
		await cloud.org('PATCH', `${path}addresses/${idIn(address)}/`, { validated: true });
		await cloud.settle();
		expect(cloud.receiver.bodies).toMatchObject([
			{ city: 'Nampa', validated: false },
			{ city: 'Nampa', validated: true },
		]);
		expect((await cloud.list(`${path}addresses/`)).count).toBe(2);
		expect((await cloud.list(`${path}notes/`)).results).toMatchObject([{ agent: null }]);
		const ship_to = { first_name: 'Robin', last_name: 'Placeholder' };
		await cloud.org('POST', 'orders/', { primary_id: 'R-1', shipping: { ship_to } });
		expect((await cloud.list(`${path}orders/`)).results).toMatchObject([{ primary_id: 'R-1' }]);
	});
});

it('packaging is created and changed', async () => {
	const body = { name: 'Mailer S', length: '25 cm', weight: '35 g' };
	const packaging = (await cloud.org('POST', 'packaging/', body)).json();
	await cloud.org('PATCH', `packaging/${idIn(packaging)}/`, { description: 'Padded' });
	expect((await cloud.list('packaging/')).results).toMatchObject([
		{ name: 'Mailer S', length: '0.2500 m', weight: '35.0000 g', description: 'Padded' },
	]);
});
