import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { RoutigoApi } from '../../credentials/RoutigoApi.credentials';
import { RoutigoTrigger } from '../../nodes/Routigo/RoutigoTrigger.node';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../nodes/Routigo/trigger/secrets';
import { ROUTIGO_API_KEY } from '../../sandbox/routigo/defaults';
import { TriggerHooks, type TriggerOptions } from './hookContext';
import { ROUTIGO_SANDBOX, RoutigoSandboxBench } from './routigo';

/** A webhook as RoutiGo lists it. */
export interface Webhook {
	id: string;
	routigoEvent: string;
	routigoEventType: string;
	serviceCentres?: string[];
	action: IDataObject & { url: string };
}

/** The address of the trigger in these tests. */
export const ADDRESS = 'https://n8n.example/webhook/hook-1/routigo';

/** What is registered for the trigger as it is without further ado, by event, type and address. */
export const BOTH = [`ASSIGNMENT_DONE/ASSIGNMENT ${ADDRESS}`, `TOUR_PLANNED/TOUR ${ADDRESS}`];

const OTHERS = [
	'ASSIGNMENT_DONE/ASSIGNMENT https://erp.example.test/routigo/done',
	'TOUR_PLANNED/TOUR https://erp.example.test/routigo/planned',
];

const wordsOf = ({ routigoEvent, routigoEventType, action }: Webhook) =>
	`${routigoEvent}/${routigoEventType} ${action.url}`;

/** The RoutiGo Trigger beside a sandbox of its own. */
export class RoutigoTriggerBench extends RoutigoSandboxBench {
	/** Registers a webhook as other programs do. */
	async foreign(webhook: object): Promise<Webhook> {
		return (await this.control('POST', 'routigo/webhooks', webhook)) as Webhook;
	}

	/** Does something to a webhook behind the trigger's back. */
	async step({ id }: Webhook, name: string, body?: object): Promise<void> {
		await this.control('POST', `routigo/webhooks/${id}/steps/${name}`, body);
	}

	/** All webhooks of the company in clear text, whatever the sandbox was set to show. */
	async all(): Promise<Webhook[]> {
		await this.settings({ secretsShown: 'clear' });
		const answer = await axios.get<Webhook[] | ''>(`${this.baseUrl}/v2/webhooks`, {
			headers: { 'X-API-KEY': ROUTIGO_API_KEY },
		});
		return answer.data === '' ? [] : answer.data;
	}

	/** What there is besides the webhooks of other programs, of which none may be missing. */
	async registered(): Promise<string[]> {
		const all = (await this.all()).map(wordsOf).sort();
		expect(all).toEqual(expect.arrayContaining(OTHERS));
		return all.filter((each) => !OTHERS.includes(each));
	}

	/** The webhooks at the address of the trigger. */
	async own(): Promise<Webhook[]> {
		return (await this.all()).filter(({ action }) => action.url === ADDRESS);
	}

	async ownFor(event: string): Promise<Webhook> {
		const found = (await this.own()).find(({ routigoEvent }) => routigoEvent === event);
		if (found === undefined) throw new Error(`There is no webhook for ${event}.`);
		return found;
	}

	/** The methods of the requests to the API while something is done. */
	async asked(work: () => Promise<unknown>): Promise<string[]> {
		await this.control('DELETE', 'routigo/requests');
		await work();
		return (await this.requests()).map(({ method }) => method);
	}

	credential(more: IDataObject = {}) {
		return { ...ROUTIGO_SANDBOX.credential, baseUrl: this.baseUrl, ...more };
	}

	trigger(parameters: IDataObject = {}, options: Partial<TriggerOptions> = {}): TriggerHooks {
		return new TriggerHooks({
			node: new RoutigoTrigger(),
			credentialType: new RoutigoApi(),
			parameters: { events: ['TOUR_PLANNED', 'ASSIGNMENT_DONE'], ...parameters },
			...options,
			credential: options.credential ?? this.credential(),
		});
	}

	/** The same trigger later, with what its workflow remembers. */
	later(
		first: TriggerHooks,
		parameters: IDataObject = {},
		options: Partial<TriggerOptions> = {},
	): TriggerHooks {
		return this.trigger(parameters, { staticData: first.workflow.staticData, ...options });
	}
}

export const idsOf = (webhooks: Webhook[]) => webhooks.map(({ id }) => id).sort();

/** What a webhook of the trigger proves itself with. */
export function proofOf(event: string, type: string, key = ROUTIGO_API_KEY): string {
	return authorizationOf(subscriptionToken(deriveSecret(ADDRESS, key), { event, type }));
}

/** Options of the trigger. */
export const header = (name: string, value: string) => ({
	headers: { parameter: [{ name, value }] },
});
export const parameter = (name: string, value: string) => ({
	queryParameters: { parameter: [{ name, value }] },
});
