import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../../sandbox/routigo/defaults';
import { type Dict, http, type Reply } from '../support/bench';
import { VendorBench } from '../support/vendorBench';

export interface Subscription {
	id: string;
	routigoEvent: string;
	routigoEventType: string;
	serviceCentres?: string[] | null;
	action: Dict;
}

interface Assignment {
	id: string;
	kind: string;
	endStatus: string | null;
	registrations: Dict;
}

export interface Report {
	id: string;
	job: Dict & {
		name: string;
		driverId: string | null;
		stops: Array<{ id: string; assignments: Assignment[] }>;
		shipments: Array<{ id: string; trackingCode: string }>;
	};
	steps: Array<{ name: string }>;
	deliveries: Dict[];
}

/** RoutiGo in a running sandbox, with short words for what tests do most. */
export class Company extends VendorBench {
	protected readonly vendor = 'routigo';
	protected override readonly options = { vendors: ['routigo'] } as const;

	/** A call below the base address. */
	api(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = { 'X-API-KEY': ROUTIGO_API_KEY },
	): Promise<Reply> {
		return http(`${this.bench.sandbox.url}${ROUTIGO_BASE}${path}`, method, body, headers);
	}

	/** The subscriptions of this test: those of other programs, which are there too, left out. */
	async own(): Promise<Subscription[]> {
		const reply = await this.api('GET', '/v2/webhooks');
		const all = reply.status === 204 ? [] : reply.json<Subscription[]>();
		return all.filter(({ action }) => !String(action.url).startsWith('https://erp.example.test/'));
	}

	/** Registers the receiver; the type is the one that the event is named after if not given. */
	async subscribe(
		routigoEvent: string,
		routigoEventType = routigoEvent.split('_')[0] ?? '',
		{ action, ...more }: Dict & { action?: Dict } = {},
	): Promise<Subscription> {
		const reply = await this.api('POST', '/v2/webhooks', {
			...{ routigoEvent, routigoEventType, ...more },
			action: { name: 'Test', url: this.receiver.url(), ...action },
		});
		if (reply.status !== 201) throw new Error(reply.text);
		return reply.json<Subscription>();
	}

	async tour(body: Dict = {}): Promise<Report> {
		const reply = await this.control('POST', 'tours', body);
		if (reply.status !== 201) throw new Error(reply.text);
		return reply.json<Report>();
	}

	async step(id: string, step: string, body?: Dict): Promise<Report> {
		const reply = await this.control('POST', `jobs/${id}/steps/${step}`, body);
		if (reply.status !== 200) throw new Error(reply.text);
		return reply.json<Report>();
	}

	/** A tour on which these steps were done. */
	async walked(body: Dict, ...steps: string[]): Promise<Report> {
		let report = await this.tour(body);
		for (const step of steps) report = await this.step(report.id, step);
		return report;
	}
}

/** An order as a program uploads it. */
export function order(identifier: string, more: Dict = {}): Dict {
	const addressInformation = {
		name: `Customer ${identifier}`,
		streetName: 'Korenbloemlaan',
		houseNumber: identifier,
		postcode: '8043XX',
		cityName: 'Zwolle',
		countryCode: 'NL',
	};
	return {
		identifier,
		scheduledDeliveryDate: '2031-05-14',
		deliveryLocation: { addressInformation, visitAfter: 'PT9H', visitBefore: 'PT12H30M' },
		...more,
	};
}

/** A place to pick up from. */
export const WAREHOUSE = {
	addressInformation: {
		name: 'Magazijn Noord',
		streetName: 'Havenkade',
		houseNumber: '3',
		postcode: '9723XX',
		countryCode: 'NL',
	},
};

/** One of the committed sample payloads. */
export function sample<T = Dict>(name: string): T {
	return JSON.parse(readFileSync(join(__dirname, '../../fixtures/routigo', name), 'utf8'));
}
