import type {
	IHookFunctions,
	IHttpRequestMethods,
	INodeProperties,
	IWebhookDescription,
	IWebhookFunctions,
	WebhookType,
} from 'n8n-workflow';

import { peekParameter } from './triggerParameters';

/**
 * When a service gets its answer: at once, or when the workflow has finished, so that 200 means that
 * what the workflow does is done. n8n settles that by the URL that is called, before the trigger runs,
 * so each choice has a URL of its own.
 */

/** n8n takes any name; its type lists the two that its own nodes have. */
const FINISHED = 'finished' as WebhookType;

/** The choices, as `parameters.answer` has them. */
export const ANSWERS = ['atOnce', 'whenFinished'] as const;

type Answer = (typeof ANSWERS)[number];

/** @param advice what else to do or to know, where another choice is made */
export function answerProperty(advice: string): INodeProperties {
	return {
		displayName: 'Answer the Service',
		name: 'answer',
		type: 'options',
		options: [
			{
				name: 'At Once',
				value: 'atOnce',
				description: 'Before the workflow runs. What a crash interrupts then is lost.',
			},
			{
				name: 'When the Workflow Has Finished',
				value: 'whenFinished',
				description:
					'With 200 when it succeeded and 500 when it failed, for a workflow that only stores the event',
			},
		],
		default: 'atOnce',
		description: `When the service gets its answer. Keep At Once, unless the workflow is short and only stores the event. The webhook URL changes with this choice: ${advice}`,
	};
}

/**
 * The webhooks of a trigger that registers its URL at the service by itself: nobody has to see it.
 *
 * @see triggerWebhooks
 */
export function registeredWebhooks(
	path: string,
	method: IHttpRequestMethods,
	others?: readonly IHttpRequestMethods[],
): IWebhookDescription[] {
	return triggerWebhooks(path, method, others).map((webhook) => ({ ...webhook, ndvHideUrl: true }));
}

/**
 * The webhooks of a trigger: for each choice one that the service calls, and on the same URL others,
 * such as GET for whoever opens it in a browser. n8n shows the URL that is chosen. But for that they are
 * free of expressions, for which n8n would start its expression engine in each call.
 *
 * @param path the last part of the URL
 * @param method the service calls with
 * @param others methods on the same URL
 */
export function triggerWebhooks(
	path: string,
	method: IHttpRequestMethods,
	others: readonly IHttpRequestMethods[] = ['GET'],
): IWebhookDescription[] {
	const atOnce = { responseMode: 'onReceived', responseData: '', path } as const;
	const whenFinished = {
		responseMode: 'lastNode',
		// Nothing of the workflow is the service's business.
		responseData: 'noData',
		path: `${path}-finished`,
	} as const;
	return [
		{
			name: 'default',
			httpMethod: method,
			...atOnce,
			ndvHideUrl: '={{ $parameter["answer"] === "whenFinished" }}',
		},
		{
			name: FINISHED,
			httpMethod: method,
			...whenFinished,
			ndvHideUrl: '={{ $parameter["answer"] !== "whenFinished" }}',
		},
		...others.flatMap((httpMethod): IWebhookDescription[] => [
			{ name: 'setup', httpMethod, ...atOnce, ndvHideUrl: true },
			{ name: FINISHED, httpMethod, ...whenFinished, ndvHideUrl: true },
		]),
	];
}

type Context = IHookFunctions | IWebhookFunctions;

/** The URL that belongs to the choice: the one to register, and to enter at the service. */
export function chosenUrl(context: Context): string | undefined {
	return context.getNodeWebhookUrl(chosenAnswer(context) === 'whenFinished' ? FINISHED : 'default');
}

/** The URLs of both choices: what calls one of them is the trigger's own. */
export function ownUrls(context: Context): string[] {
	const urls = (['default', FINISHED] as const).map((name) => context.getNodeWebhookUrl(name));
	return urls.filter((url) => url !== undefined);
}

/** Whether a call came to that URL. */
export function isAtChosenUrl(context: IWebhookFunctions): boolean {
	return calledAnswer(context) === chosenAnswer(context);
}

/**
 * Lets a call that waits for the workflow be answered 200 only if it has run. n8n says 200 as well for an
 * execution that it had given up before a worker took it, as its queue recovery does with some when a
 * main starts (seen in 2.41.1), and then says in an object that there is no data. A workflow that has
 * run is answered without a body.
 */
export function answerOnlyWhenRun(context: IWebhookFunctions): void {
	if (context.getWebhookName() !== FINISHED) return;
	const response = context.getResponseObject();
	const json = response.json.bind(response);
	response.json = (body?: unknown) => {
		if (body !== undefined && response.statusCode === 200) response.status(500);
		return json(body);
	};
}

function calledAnswer(context: Context): Answer {
	return context.getWebhookName() === FINISHED ? 'whenFinished' : 'atOnce';
}

/**
 * The choice; where an expression gives neither, that whose URL is called. Calls there can then be
 * proven, and the owner is told of it, see `readSettings`.
 */
function chosenAnswer(context: Context): Answer {
	const given = peekParameter(context, 'answer', ANSWERS[0]);
	return ANSWERS.find((answer) => answer === given) ?? calledAnswer(context);
}
