import { ReadyCloudApi } from '../../../../credentials/ReadyCloudApi.credentials';
import { ReadyCloud } from '../../../../nodes/ReadyCloud/ReadyCloud.node';
import { executeNode } from '../../../support/executeNode';
import { errorOf, locator } from '../../../support/readycloud';
import { type Scripted, ScriptedServer } from '../../../support/scripted';

let server: ScriptedServer;
let answer: Scripted;
beforeAll(async () => {
	server = await ScriptedServer.start(() => answer);
});
afterAll(() => server.stop());

/** What a new order is told when ReadyCloud answers with `body`. */
async function adviceOn(status: number, body: unknown): Promise<string> {
	answer = { status, body };
	const run = executeNode({
		node: new ReadyCloud(),
		credentialType: new ReadyCloudApi(),
		credential: { accessToken: 'a-token', baseUrl: `${server.url}/api/v2` },
		parameters: {
			resource: 'order',
			operation: 'create',
			organizationId: locator('id', 'K7p'),
			primaryId: 'WEB-1',
		},
	});
	return String((await errorOf(run)).description);
}

it.each<[string, unknown, RegExp]>([
	[
		'an event',
		{ entity: ['"order-delivered" is not a valid choice.'] },
		/^ReadyCloud does not offer this event/,
	],
	['an event in words', { detail: 'Unknown entity.' }, /^ReadyCloud does not offer this event/],
	['an address', { remote_url: ['Enter a valid URL.'] }, /^ReadyCloud only calls addresses/],
	[
		'a number',
		{ primary_id: ['This field must be unique.'] },
		/^The Primary ID must be given and unique/,
	],
	[
		'a tag',
		{ value: ['Ensure this field has no more than 35 characters.'] },
		/^A tag has 2 to 35 characters/,
	],
	['tags', { tags: ['Invalid.'] }, /^A tag has 2 to 35 characters/],
	[
		'a value of another field',
		{ billing: { total: ['Not a valid value.'] } },
		/^Check the values of this item/,
	],
	['a stage', { shipping: { status: ['Unknown stage.'] } }, /^Check the values of this item/],
	['nothing but its kind', { detail: 'Unprocessable Entity' }, /^Check the values of this item/],
])('gives advice that fits a complaint about %s', async (_what, body, advice) => {
	expect(await adviceOn(422, body)).toMatch(advice);
});

it('gives no advice about events for a page that is headed by its status', async () => {
	const page = '<html><head><title>422 Unprocessable Entity</title></head></html>';
	expect(await adviceOn(422, page)).toMatch(/^Check the values of this item/);
});
