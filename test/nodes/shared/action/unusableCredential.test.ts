import { executeNode } from '../../../support/executeNode';
import { VENDORS } from '../../../support/vendors';

const everyResource = VENDORS.flatMap(({ name, action, credentials, resources }) =>
	resources.map(({ value, operations }) => ({
		name,
		action,
		credentials,
		resource: value,
		operation: operations[0]?.option.value ?? '',
	})),
);

// n8n hands the input on as the answer of a node that goes on after an error, but throws.
describe.each(everyResource)(
	'$name with an address that is none, asked for $resource: $operation',
	({ action, credentials, resource, operation }) => {
		const run = async (continueOnFail: boolean) => {
			const [credentialType] = credentials;
			if (credentialType === undefined) throw new Error('This vendor has no credential.');
			return await executeNode({
				node: action,
				credentialType,
				credential: { apiKey: 'a-key', apiToken: 'a-token', baseUrl: 'nowhere' },
				parameters: { resource, operation },
				items: [{ jobId: '1' }, { jobId: '2' }],
				continueOnFail,
			});
		};
		const flaw = /^The base URL in the \w+ credential is not a web address$/;

		it('says so for every item where it goes on after an error', async () => {
			const { items } = await run(true);
			expect(items).toEqual(
				[0, 1].map((item) => ({
					json: { error: expect.stringMatching(flaw) },
					error: expect.objectContaining({ message: expect.stringMatching(flaw) }),
					pairedItem: { item },
				})),
			);
		});

		it('stops with it elsewhere', async () => {
			await expect(run(false)).rejects.toThrow(flaw);
		});
	},
);
