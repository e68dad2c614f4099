import { type IDataObject, NodeApiError } from 'n8n-workflow';

import { type ApiClient, type ApiRequest, isRefusal } from '../../shared/api/apiClient';
import type { List } from '../../shared/api/lists';
import { vendorText } from '../../shared/api/vendorText';
import { valuesInAddress } from '../../shared/api/withoutValues';
import { urlPart } from '../../shared/basic/urlPart';
import { type ReadyCloudWebhook, readyCloudWebhookSchema } from '../event/schema';
import { tokenless } from './client';
import { readBeginning, readList } from './lists';
import { organizationNamed } from './names';

/** How ReadyCloud may refuse an entity; its answer to that is not documented. */
const NOT_OFFERED = [400, 422];

/** Management of webhooks within one organization (docs/vendors.md#readycloud-webhooks). */
export class WebhooksOf {
	readonly #path: string;
	readonly #wanted: string;

	readonly #client: ApiClient;

	constructor(client: ApiClient, organization: string) {
		this.#client = client;
		this.#path = `/orgs/${urlPart(organization)}/webhooks/`;
		this.#wanted = organizationNamed(client, organization);
	}

	/** Those that fit; what is no webhook is left out. */
	async list(fits: (webhook: ReadyCloudWebhook) => boolean): Promise<ReadyCloudWebhook[]> {
		return (await this.listing(fits)).webhooks;
	}

	/** The same, with a sentence where ReadyCloud has, or may have, more than it gave. */
	async listing(
		fits: (webhook: ReadyCloudWebhook) => boolean,
	): Promise<Pick<List, 'incomplete'> & { webhooks: ReadyCloudWebhook[] }> {
		const { entries, incomplete } = await readList(this.#client, this.#all());
		return { webhooks: entries.flatMap(readWebhook).filter(fits), incomplete };
	}

	/** The same of some pages, and whether these are the whole list. */
	async beginning(
		fits: (webhook: ReadyCloudWebhook) => boolean,
		maxPages: number,
	): Promise<{ webhooks: ReadyCloudWebhook[]; isWhole: boolean }> {
		const { entries, isWhole } = await readBeginning(this.#client, {
			...this.#all(),
			maxPages,
		});
		return { webhooks: entries.flatMap(readWebhook).filter(fits), isWhole };
	}

	/**
	 * @throws NodeApiError when ReadyCloud refuses, which it may for an entity or a URL, or when
	 * its answer is no webhook
	 */
	async create(entity: string, remoteUrl: string): Promise<ReadyCloudWebhook> {
		const request = this.#creation(entity, remoteUrl);
		return this.#created(await this.#client.request(request));
	}

	/** The same, but `null` where ReadyCloud refuses the values: it may not know that entity. */
	async createIfOffered(entity: string, remoteUrl: string): Promise<ReadyCloudWebhook | null> {
		const request = this.#creation(entity, remoteUrl);
		const answer = await this.#client.send(request);
		if (answer instanceof NodeApiError) throw answer;
		if (!isRefusal(answer)) return this.#created(answer.body);
		if (NOT_OFFERED.includes(answer.status)) return null;
		throw this.#client.refusal(answer, request);
	}

	/** One that is not there any more counts as deleted. */
	async delete(id: string): Promise<void> {
		const path = `${this.#path}${urlPart(id)}/`;
		const request = { method: 'DELETE', path, wanted: this.#wanted } as const;
		const answer = await this.#client.send(request);
		if (answer instanceof NodeApiError) throw answer;
		if (answer.status === 404) return;
		this.#client.checkDone(answer, { ...request, subject: 'the deletion of a webhook' });
	}

	#all() {
		return { path: this.#path, wanted: this.#wanted, limit: Infinity };
	}

	#creation(entity: string, remoteUrl: string): ApiRequest {
		return {
			method: 'POST',
			path: this.#path,
			body: { entity, remote_url: remoteUrl },
			wanted: this.#wanted,
			subject: `a webhook for "${entity}"`,
			// Another program may know its deliveries by them.
			hiddenInErrors: valuesInAddress(remoteUrl, [entity]),
		};
	}

	#created(body: unknown): ReadyCloudWebhook {
		const [webhook] = readWebhook(body);
		if (webhook !== undefined) return webhook;
		throw this.#client.error({
			message: 'ReadyCloud answered with something that is not a webhook',
			description: `Whether it created one is not known. ReadyCloud says: ${tokenless(vendorText(body)) ?? 'nothing'}`,
		});
	}
}

function readWebhook(body: unknown): ReadyCloudWebhook[] {
	const webhook = readyCloudWebhookSchema.safeParse(body);
	return webhook.success ? [webhook.data] : [];
}

/** A webhook as it may be shown: without the token that its deliveries carry. */
export function withoutToken({ token, ...webhook }: IDataObject): IDataObject {
	return webhook;
}
