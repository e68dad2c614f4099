import { type INode, NodeApiError, NodeOperationError, WebhookPathTakenError } from 'n8n-workflow';

import { publishing } from '../../../../nodes/shared/trigger/publishing';
import { partly } from '../../../support/mock';

const node = partly<INode>({ name: 'Acme Trigger', type: 'acmeTrigger', parameters: {} });
const TOLD = { message: 'Acme does not accept the key', description: 'Check the key.' };
const IN_ONE = 'Acme does not accept the key. Check the key.';

const answered = (httpCode?: string) => new NodeApiError(node, {}, { ...TOLD, httpCode });
const setting = () => new NodeOperationError(node, TOLD.message, { description: TOLD.description });

/** What is thrown where an error is met, and a person waits or does not. */
async function thrownFor(error: unknown, isWatched = true): Promise<unknown> {
	const work = async () => await Promise.reject(error as Error);
	return await publishing(isWatched, work).catch((reason: unknown) => reason);
}

it('gives what the work gives', async () => {
	expect(await publishing(true, async () => await Promise.resolve(7))).toBe(7);
});

it.each([
	['a wrong key', answered('401')],
	['too few rights', answered('403')],
	['a value that the service refuses', answered('422')],
	['a setting that cannot be used', setting()],
	[
		'a refusal that is told as one of a setting',
		new NodeOperationError(node, answered('403'), { description: TOLD.description }),
	],
])('is told at once, and in one text, of %s', async (_what, error) => {
	const thrown = await thrownFor(error);
	expect(thrown).toBeInstanceOf(WebhookPathTakenError);
	expect(thrown).toMatchObject({ message: IN_ONE, description: undefined });
});

it.each([
	['a service that is down', answered('503')],
	['a service that is busy', answered('429')],
	['a service that was too slow', answered('408')],
	['a service that cannot be reached', answered()],
	[
		'one of these that is told as one of a setting',
		new NodeOperationError(node, answered('503'), { description: TOLD.description }),
	],
])('is told in one text, after n8n has tried again, of %s', async (_what, error) => {
	const thrown = await thrownFor(error);
	expect(thrown).not.toBeInstanceOf(WebhookPathTakenError);
	expect(thrown).toMatchObject({ message: IN_ONE, description: undefined });
});

it('has one text without what to do, where nothing can be done', async () => {
	expect(await thrownFor(new NodeOperationError(node, 'There is no way.'))).toMatchObject({
		message: 'There is no way.',
	});
});

it('is told as ever where nobody waits', async () => {
	const error = answered('401');
	expect(await thrownFor(error, false)).toBe(error);
	expect(error).toMatchObject(TOLD);
});

it('leaves what is no error of a node as it is', async () => {
	const error = new Error('n8n stops.');
	expect(await thrownFor(error)).toBe(error);
});
