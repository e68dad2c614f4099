import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { executeContext } from '../support/executeNode';
import { ScriptedServer } from '../support/scripted';
import { nodesOf, VENDORS } from '../support/vendors';

/** An empty list, in the words of each service. */
const NONE: Record<string, unknown> = {
	Radaro: { count: 0, next: null, previous: null, results: [] },
	Detrack: { data: [] },
	RoutiGo: [],
	ReadyCloud: { next: null, previous: null, results: [] },
};
/** Those that are no list of the service's. */
const FIXED = ['searchSortings'];

const lists = VENDORS.flatMap((vendor) =>
	nodesOf(vendor).flatMap((node) =>
		Object.keys(node.methods?.listSearch ?? {})
			.filter((search) => !FIXED.includes(search))
			.map((search) => ({ vendor, node, search, title: node.description.displayName })),
	),
);

describe.each(lists)('$title: $search', ({ vendor, node, search }) => {
	let server: ScriptedServer;
	beforeAll(async () => {
		server = await ScriptedServer.start(() => ({ body: NONE[vendor.name] }));
	});
	afterAll(async () => await server.stop());

	const open = async (filter: string) => {
		const [credentialType] = vendor.credentials;
		if (credentialType === undefined) throw new Error(`${vendor.name} has no credential.`);
		const { context } = executeContext({
			node,
			credentialType,
			credential: { apiKey: 'key', accessToken: 'token', baseUrl: server.url },
			parameters: {},
		});
		const loading = Object.assign(Object.create(context) as ILoadOptionsFunctions, {
			getCurrentNodeParameter: () => ({ __rl: true, mode: 'id', value: 'K7p' }),
		});
		return await node.methods?.listSearch?.[search]?.call(loading, filter);
	};

	// The editor takes a message with a dash apart, and shows the description below it.
	it('says why there is nothing to choose, and what to do', async () => {
		await expect(open(' ')).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(
				/^(?:(?:\w+|This organization) (?:has|lists|names) no |No \w+ |The access token can see no )[^-–—]+$/,
			) as unknown,
			description: expect.stringMatching(
				/^(?:Create one first|Add one in|Choose By|Radaro has no list|Ask for)/,
			) as unknown,
		});
	});

	it('finds nothing by a word, as n8n says by itself', async () => {
		expect(await open('nobody')).toEqual({ results: [] });
	});
});
