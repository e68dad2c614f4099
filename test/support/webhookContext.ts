import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { mock, partly } from './mock';

export interface CallOptions {
	body?: unknown;
	method?: string;
	headers?: Record<string, string>;
	/** Names and values in turn, as they came; Node.js makes the headers of them. */
	rawHeaders?: string[];
	query?: IDataObject;
	contentType?: string;
	/** The caller's IP address, as n8n reports it. */
	ip?: string;
	timezone?: string;
	/** The bytes of a body that n8n has parsed, and in which encoding. */
	raw?: string | Buffer;
	encoding?: string;
	/** Raw bytes of a body that n8n has not parsed. */
	unread?: string | Buffer | Error;
	parameters?: IDataObject;
	/** Which of the trigger's webhooks is called. */
	webhook?: string;
	credential?: IDataObject | Error;
	/** Whether it is the test URL, at which the editor listens. */
	isTest?: boolean;
}

export interface Answered {
	status: number;
	body: unknown;
	headers: Record<string, string>;
}

/** A call of a trigger's URL, as n8n hands it to `webhook()`. */
export function webhookCall(options: CallOptions) {
	const answered: Answered = { status: 200, body: undefined, headers: {} };
	const logged: string[] = [];
	const response = {
		get statusCode() {
			return answered.status;
		},
		status(status: number) {
			answered.status = status;
			return response;
		},
		setHeader(name: string, value: string) {
			answered.headers[name.toLowerCase()] = value;
			return response;
		},
		type() {
			return response;
		},
		json(body: unknown) {
			answered.body = body;
			return response;
		},
		send(body: unknown) {
			answered.body = body;
			return response;
		},
	};
	const request: IDataObject & { rawBody?: Buffer } = {
		method: options.method ?? 'POST',
		contentType: options.contentType ?? 'application/json',
		encoding: options.encoding ?? 'utf-8',
		ip: options.ip,
		rawHeaders: options.rawHeaders,
		rawBody: options.unread === undefined ? Buffer.from(options.raw ?? 'read by n8n') : undefined,
	};
	if (options.unread !== undefined) {
		Object.assign(request, {
			async readRawBody() {
				if (options.unread instanceof Error) throw options.unread;
				request.rawBody = Buffer.from(options.unread ?? '');
			},
		});
	}
	const parameters: IDataObject = { events: ['*'], output: 'deliveryEvent', ...options.parameters };
	const context = mock<IWebhookFunctions>({
		getRequestObject: () => request,
		getResponseObject: () => response,
		getHeaderData: () => options.headers ?? {},
		getQueryData: () => options.query ?? {},
		getBodyData: () => (options.unread === undefined ? options.body : {}),
		getTimezone: () => options.timezone ?? 'UTC',
		getWebhookName: () => options.webhook ?? 'default',
		getNodeWebhookUrl: (name: string) =>
			`https://n8n.example/webhook/1${name === 'default' ? '' : `-${name}`}`,
		getMode: () => (options.isTest ? 'manual' : 'webhook'),
		getNode: () => ({ name: 'Trigger', type: 'test', typeVersion: 2 }),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		async getCredentials() {
			if (options.credential instanceof Error) throw options.credential;
			return options.credential ?? {};
		},
		logger: { warn: (line: string) => logged.push(line) },
	});
	return { context, answered, logged };
}

/**
 * What the sender of a call gets, and what the workflow does: no items where nothing is started.
 *
 * @param receive a trigger's `webhook()`
 * @param more what else the trigger asks n8n for
 */
export async function answerTo(
	options: CallOptions,
	receive: (context: IWebhookFunctions) => Promise<IWebhookResponseData>,
	more: object = {},
) {
	const { context, answered, logged } = webhookCall(options);
	Object.assign(context, more);
	const result = await receive(context);
	return {
		status: answered.status,
		body: result.noWebhookResponse ? answered.body : result.webhookResponse,
		headers: answered.headers,
		logged,
		items: result.workflowData?.[0]?.map((item) => partly<INodeExecutionData>(item).json),
	};
}
