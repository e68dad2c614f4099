import { runReadyCloud } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';
import { ScriptedServer } from '../../../support/scripted';

const TOKEN = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const ADDRESS = 'https://shop.example.com/h?entity=contacts&key=SHOP-SECRET%201';

let server: ScriptedServer;
let answer: { status: number; body: unknown };
beforeAll(async () => {
	server = await ScriptedServer.start(() => answer);
});
afterAll(async () => {
	await server.stop();
});

const create = async (remoteUrl: string) =>
	await errorOf(
		runReadyCloud(
			`${server.url}/api/v2`,
			'webhook.create',
			{ entity: 'contacts', remoteUrl },
			{ credential: { accessToken: TOKEN } },
		),
	);

it.each([
	`Cannot call ${ADDRESS}`,
	{ remote_url: [`Cannot call ${ADDRESS}`] },
	{ detail: 'The key SHOP-SECRET 1 is odd' },
])('shows no value of the address that ReadyCloud repeats in %j', async (body) => {
	answer = { status: 400, body };
	const { message, description } = await create(ADDRESS);
	expect(message).toMatch(/^ReadyCloud did not accept a webhook for "contacts": .*\*\*\*/);
	expect(`${message} ${description}`).not.toContain('SECRET');
});

it('shows neither token nor values of an address, where the answer is no webhook', async () => {
	const webhook = { url: '/api/v2/orgs/K7p/webhooks/a/', remote_url: ADDRESS, token: 'SECRET-2' };
	answer = { status: 201, body: { webhook } };
	const { message, description } = await create(ADDRESS);
	expect(message).toBe('ReadyCloud answered with something that is not a webhook');
	expect(description).toContain('https://shop.example.com/h?entity=***&key=***');
	expect(description).not.toContain('SECRET');
});

it('shows no value of an address that it does not call', async () => {
	const { message } = await create('http://shop.example.com/h?key=SHOP-SECRET');
	expect(message).toContain('"http://shop.example.com/h?key=***"');
});
