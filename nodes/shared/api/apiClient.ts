import {
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
	type IWebhookFunctions,
	NodeApiError,
} from 'n8n-workflow';
import { z } from 'zod';

import { mask, maskAll } from '../basic/secrets';
import { idOrNull, isRecord, keysOf } from '../basic/values';
import {
	explainCredential,
	explainFailure,
	explainStatus,
	type Explanation,
	type VendorWords,
} from './apiErrors';
import { Deadline, pause, withinTimeout } from './deadline';
import { pauseAfter, STORED_WITHIN } from './limits';
import type { Pacer } from './pace';
import { complains, complainsOfChange, complainsOfDeletion, isCutOff } from './signs';
import { contentOf, guarded, isStream } from './streams';
import { isWebPage } from './vendorText';

export type ApiContext =
	IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IPollFunctions | IWebhookFunctions;

export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Path and, separately, query; never with a secret, which n8n adds by the credential. */
	path: string;
	query?: IDataObject;
	body?: IHttpRequestOptions['body'];
	/** What is asked for, for the sentence when it is not found, such as `job with External ID "7"`. */
	wanted?: string;
	/** What is sent, for the sentence when it is not accepted, such as `job "7"`. */
	subject?: string;
	/** What errors about it must not show, as the vendor may repeat it: secrets of other programs. */
	hiddenInErrors?: readonly string[];
	/** For a file: the body of a good answer is a stream, so that no file is held in memory. */
	isFile?: boolean;
	/** A whole URL in place of the path, such as that of a file. It does not get the key. */
	url?: string;
	/** That this URL gets the key all the same; only for the vendor's own host. */
	withKey?: boolean;
	/** By when it must be answered, where it shares its time with others. */
	deadline?: Deadline;
}

/** What came back, whatever its status. An empty answer has the body `undefined`. */
export interface ApiAnswer {
	status: number;
	body: unknown;
	retryAfter: string | null;
	/** How long was waited for a better answer, in seconds. */
	waited?: number;
	/** Given where a file was asked for, with names in lower case. */
	headers?: Record<string, unknown>;
	/** By when all of the answer must have come; n8n closes a stream at that moment. */
	deadline?: Deadline;
}

export interface ApiConnection {
	vendor: VendorWords;
	credential: string;
	/** Without a slash at the end. */
	baseUrl: string;
	/** Turns a path into the one that is asked, where a credential may name another. */
	pathOf?(path: string): string;
	/** What must never be shown. It is masked in answers, too. */
	secrets: readonly string[];
	/** Secrets that came while a request was under way, where the credential renews itself. */
	freshSecrets?(): Promise<readonly string[]>;
	/** What errors must not show either, but answers hold for a purpose. */
	hiddenInErrors?: readonly string[];
	/** How long one request may take, from its start to the last byte of the answer. */
	timeoutSeconds: number;
	/** How long all waits for one answer may take where the vendor limits requests, in seconds. */
	longestWaitSeconds: number;
	/** How long all requests of this client may take together, from now; without it, for ever. */
	totalSeconds?: number;
	/** Whether the credential renews itself, so that what is refused with 401 is sent once more. */
	isRenewable?: boolean;
	/** Keeps the vendor's limit of requests per minute, where it has one. */
	pacer?: Pacer;
}

/** Has n8n take 401 for an error, and renew the credential. */
const RENEWING: Partial<IHttpRequestOptions> = {
	encoding: 'text',
	ignoreHttpStatusErrors: { ignore: true, except: [401] },
};

const fullAnswer = z.object({
	statusCode: z.number(),
	body: z.unknown().optional(),
	headers: z.unknown().optional(),
});

/** Calls one vendor's API through n8n's authenticated request helper, and words what goes wrong. */
export class ApiClient {
	readonly #context: ApiContext;
	readonly #connection: ApiConnection;
	#deadline: Deadline;
	#secrets: readonly string[];
	/** The errors of requests whose credential could not be renewed. */
	readonly #unrenewed = new WeakSet<object>();

	constructor(context: ApiContext, connection: ApiConnection) {
		this.#context = context;
		this.#connection = connection;
		this.#deadline = Deadline.after(connection.totalSeconds ?? Infinity);
		this.#secrets = connection.secrets;
	}

	get vendorName(): string {
		return this.#connection.vendor.name;
	}

	/** Where the vendor's API is, without a slash at the end. */
	get baseUrl(): string {
		return this.#connection.baseUrl;
	}

	/** The same client for what must be done within some seconds altogether, where it has not less time. */
	within(seconds: number): ApiClient {
		const totalSeconds = Math.min(seconds, this.#deadline.left);
		return new ApiClient(this.#context, { ...this.#connection, totalSeconds });
	}

	/** Grants some seconds from now, however long all took before: for what undoes it. */
	allow(seconds: number): void {
		this.#deadline = Deadline.after(seconds);
	}

	/** How long one request may take, with all waits for it, in seconds. */
	get longestSeconds(): number {
		const { timeoutSeconds, longestWaitSeconds } = this.#connection;
		return timeoutSeconds + longestWaitSeconds;
	}

	/**
	 * Sends a request and gives any answer, also a refusal, or the error that there was none. Where
	 * the vendor says that there are too many requests, it is sent again after a growing wait.
	 */
	async send(request: ApiRequest): Promise<ApiAnswer | NodeApiError> {
		const { pacer, timeoutSeconds, longestWaitSeconds } = this.#connection;
		await pacer?.turn();
		const deadline = (request.deadline ?? this.#deadline).orAfter(this.longestSeconds);
		for (let tries = 0, waited = 0; ; tries++) {
			const answer = await this.#sendRenewed(request, deadline.orAfter(timeoutSeconds));
			if (answer instanceof NodeApiError || answer.status !== 429) return answer;
			const left = Math.min(longestWaitSeconds - waited, deadline.left);
			const seconds = pauseAfter(answer.retryAfter, tries, left);
			if (seconds > left) return { ...answer, waited };
			waited += seconds;
			await pause(seconds);
			await pacer?.turn();
		}
	}

	/**
	 * Sends a request, and once more where its credential could not be renewed because another process
	 * has just done so: n8n then takes what that has stored, a moment later at most.
	 */
	async #sendRenewed(request: ApiRequest, deadline: Deadline): Promise<ApiAnswer | NodeApiError> {
		const known = this.#secrets.length;
		const answer = await this.#sendOnce(request, deadline);
		if (!this.#unrenewed.has(answer) || this.#connection.freshSecrets === undefined) return answer;
		for (const seconds of STORED_WITHIN) {
			await pause(Math.min(seconds, deadline.left));
			await this.#learnSecrets();
			if (this.#secrets.length > known) return await this.#sendOnce(request, deadline);
		}
		return answer;
	}

	async #sendOnce(request: ApiRequest, deadline: Deadline): Promise<ApiAnswer | NodeApiError> {
		const { isRenewable } = this.#connection;
		const answer = await this.#ask(request, deadline);
		const isExpired = isRenewable && !(answer instanceof NodeApiError) && answer.status === 401;
		return isExpired ? await this.#askRenewing(request, deadline, answer) : answer;
	}

	/**
	 * Sends a request that was refused with 401 once more, so that n8n renews the credential: it does that
	 * only where the status is an error. It does not read such an answer, which must not be a stream then.
	 *
	 * @param refusal the answer that counts where there is no better one
	 */
	async #askRenewing(
		request: ApiRequest,
		deadline: Deadline,
		refusal: ApiAnswer,
	): Promise<ApiAnswer | NodeApiError> {
		const answer = await this.#ask(request, deadline, RENEWING);
		return answer instanceof NodeApiError && answer.httpCode === '401' ? refusal : answer;
	}

	async #ask(
		request: ApiRequest,
		deadline: Deadline,
		more: Partial<IHttpRequestOptions> = {},
	): Promise<ApiAnswer | NodeApiError> {
		const { baseUrl, pathOf, credential } = this.#connection;
		const timeoutSeconds = Math.ceil(deadline.seconds * 10) / 10;
		try {
			// Nothing is sent that could not be answered any more.
			deadline.check();
			const { helpers } = this.#context;
			const options: IHttpRequestOptions = {
				method: request.method,
				url: request.url ?? baseUrl + (pathOf?.(request.path) ?? request.path),
				qs: request.query,
				body: request.body,
				json: !request.isFile,
				// What n8n reads itself has no limit of size, and loses digits of long numbers.
				encoding: 'stream',
				timeout: Math.ceil(deadline.left * 1000),
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				// A redirected POST becomes a GET, and then a list looks like a created job.
				disableFollowRedirect: true,
				...more,
			};
			const needsKey = request.url === undefined || request.withKey === true;
			// With a key, the credential ends the request; it does not end a renewal, which must not be lost.
			const coming: Promise<unknown> = needsKey
				? helpers.httpRequestWithAuthentication.call(this.#context, credential, options)
				: helpers.httpRequest(withinTimeout(options));
			const answer = await deadline.bound(coming);
			await this.#learnSecrets();
			const { statusCode, body, headers } = fullAnswer.parse(answer);
			const isGood = statusCode >= 200 && statusCode < 300;
			const content: unknown =
				request.isFile && isGood ? body : await deadline.bound(contentOf(body));
			return {
				status: statusCode,
				body: isStream(content) ? guarded(content) : maskedContent(content, this.#secrets),
				retryAfter: isRecord(headers) ? idOrNull(headers['retry-after']) : null,
				...(request.isFile && { headers: keysOf(headers), deadline }),
			};
		} catch (error) {
			await this.#learnSecrets();
			// Not kept as a cause: the original holds the URL with the key.
			const connection = { ...this.#connection, timeoutSeconds };
			const explanation = explainCredential(error);
			const isExpired = error instanceof NodeApiError && error.httpCode === '401';
			const told = this.error(
				explanation ?? explainFailure(connection, error),
				isExpired ? 401 : undefined,
			);
			if (explanation !== undefined) this.#unrenewed.add(told);
			return told;
		}
	}

	/** Those of before stay: an answer may repeat them as well. */
	async #learnSecrets(): Promise<void> {
		const fresh = (await this.#connection.freshSecrets?.().catch(() => [])) ?? [];
		const others = fresh.filter((secret) => !this.#secrets.includes(secret));
		if (others.length > 0) this.#secrets = [...this.#secrets, ...others];
	}

	/**
	 * Sends a request and gives the body of a good answer, `undefined` when it is empty.
	 *
	 * @throws NodeApiError when the vendor refuses, answers with a web page, or not at all
	 */
	async request(request: ApiRequest): Promise<unknown> {
		const answer = await this.send(request);
		if (answer instanceof NodeApiError) throw answer;
		this.#checkAccepted(answer, request);
		return answer.body;
	}

	/**
	 * The same for a request that is a success although its answer holds nothing: here the answer must not
	 * break off either, since then nothing shows that it is one.
	 *
	 * @throws NodeApiError also when whether it was done is not known
	 */
	async perform(request: ApiRequest): Promise<unknown> {
		const answer = await this.send(request);
		if (answer instanceof NodeApiError) throw answer;
		this.checkDone(answer, request);
		return answer.body;
	}

	/** @throws NodeApiError when an answer does not show that what was asked for was done */
	checkDone(answer: ApiAnswer, request: ApiRequest): void {
		this.#checkAccepted(answer, request);
		if (isCutOff(answer.body)) throw this.cutOff();
	}

	/** The error for an answer that breaks off. */
	cutOff(): NodeApiError {
		const { name } = this.#connection.vendor;
		return this.error({
			message: `The answer of ${name} broke off`,
			description: `Whether it did what was asked is not known. Look the result up in ${name} before you try again.`,
		});
	}

	#checkAccepted(answer: ApiAnswer, request: ApiRequest): void {
		if (isRefusal(answer) || this.#isComplaint(answer, request)) {
			throw this.refusal(answer, request);
		}
	}

	#isComplaint({ body }: ApiAnswer, { method }: ApiRequest): boolean {
		const { vendor } = this.#connection;
		const { isObject = () => false } = vendor;
		if (vendor.complains?.(body)) return true;
		if (method === 'DELETE') return complainsOfDeletion(body);
		return method === 'GET' ? complains(body, isObject) : complainsOfChange(body, isObject);
	}

	/**
	 * The error for an answer that is a refusal. That of too many requests has in its context when the
	 * vendor wants to be asked again, as `Retry-After` says it.
	 */
	refusal(
		answer: ApiAnswer,
		request: Pick<ApiRequest, 'wanted' | 'subject' | 'hiddenInErrors'> = {},
	): NodeApiError {
		const explanation = explainStatus(this.#connection, answer, request);
		const error = this.error(explanation, answer.status, request.hiddenInErrors);
		if (answer.status === 429 && answer.retryAfter !== null) {
			error.context.retryAfter = answer.retryAfter;
		}
		return error;
	}

	/** An error in this vendor's name, free of secrets. */
	error(
		{ message, description }: Explanation,
		status?: number,
		more: readonly string[] = [],
	): NodeApiError {
		const { hiddenInErrors = [] } = this.#connection;
		const hidden = [...this.#secrets, ...hiddenInErrors, ...more];
		const told = { message: mask(message, hidden), description: mask(description, hidden) };
		const httpCode = status === undefined ? undefined : String(status);
		const error = new NodeApiError(this.#context.getNode(), {}, { ...told, httpCode });
		// n8n has taken "preexisting" for the code EEXIST, and put words of its own in its place.
		error.message = told.message;
		return error;
	}
}

/** An answer without secrets: it may repeat the URL with the key, as in links to further pages. */
function maskedContent(content: unknown, secrets: readonly string[]): unknown {
	return content === '' || content === null ? undefined : maskAll(content, secrets);
}

/** Whether an answer is no success. A web page is none, whatever its status says. */
export function isRefusal(answer: ApiAnswer): boolean {
	return answer.status < 200 || answer.status > 299 || isWebPage(answer.body);
}
