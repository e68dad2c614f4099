import {
	type IHookFunctions,
	type IPollFunctions,
	NodeApiError,
	NodeOperationError,
	WebhookPathTakenError,
} from 'n8n-workflow';

import { inOneText } from '../api/apiErrors';

/** Whether a person publishes the workflow just now, and n8n does not only bring it back. */
export function isPublishing(context: IHookFunctions | IPollFunctions): boolean {
	return ['activate', 'create', 'update'].includes(context.getActivationMode());
}

/**
 * Does what belongs to publishing, and says so that a person reads it why that cannot be done.
 *
 * @param isWatched whether a person waits for it
 * @throws NodeApiError, NodeOperationError or WebhookPathTakenError, see `publishingError`
 */
export async function publishing<Result>(
	isWatched: boolean,
	work: () => Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw isWatched ? publishingError(error) : error;
	}
}

/**
 * The error with which n8n shows all of another one when a workflow is published. It shows the message
 * alone, so that holds what to do as well. And it tries again for 15 seconds before it shows anything
 * (2.41.1), except after an error of one class, whose name does not show: so what another attempt cannot
 * change is an error of that class.
 */
function publishingError(error: unknown): unknown {
	if (!(error instanceof NodeApiError || error instanceof NodeOperationError)) return error;
	const { message, description, node } = error;
	const text = description ? inOneText({ message, description }) : message;
	const shown = isFinal(error) ? new WebhookPathTakenError(node.name) : error;
	shown.message = text;
	shown.description = undefined;
	return shown;
}

/** Whether the same attempt would fail again: a setting is wrong, or the service refuses it. */
function isFinal(error: NodeApiError | NodeOperationError): boolean {
	const reason = error.cause instanceof NodeApiError ? error.cause : error;
	return reason instanceof NodeOperationError || /^4(?!08|29)/.test(reason.httpCode ?? '');
}
