import { Cloud } from './support';

const cloud = Cloud.use();

it('lists two organizations, of which one is deleted', async () => {
	const list = async (): Promise<unknown> =>
		(await cloud.api('GET', '/orgs/')).json<{ results: unknown }>().results;
	expect(await list()).toMatchObject([
		{ url: '/api/v2/orgs/K7p/', deleted_at: null },
		{ url: '/api/v2/orgs/k7P/', deleted_at: '2024-02-01T08:00:00Z' },
	]);
	await cloud.settings({ deletedOrgsListed: false });
	expect(await list()).toHaveLength(1);
	await cloud.api('PATCH', '/orgs/K7p/', { name: 'Renamed', website: 'ignored' });
	expect((await cloud.api('GET', '/orgs/K7p/')).json()).toMatchObject({
		name: 'Renamed',
		website: 'https://outfitters.example.com',
	});
});

it('redirects a read without its last slash', async () => {
	const reply = await cloud.api('GET', '/orgs?limit=1');
	expect([reply.status, reply.headers.get('location')]).toEqual([
		301,
		'/readycloud/api/v2/orgs/?limit=1',
	]);
	expect((await cloud.org('POST', 'orders', { primary_id: 'A' })).status).toBe(404);
});
