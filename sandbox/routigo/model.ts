import type { RoutigoEvent, RoutigoType } from './defaults';
import type { Address, Order } from './orderFields';
import type { WebhookConfig } from './webhookConfig';

/** A webhook as its program registered it, and what the sandbox knows of it besides. */
export interface Webhook {
	id: string;
	/** By which version of the API it was made. */
	version: 1 | 2;
	config: WebhookConfig;
	/** The key that made it; null for what was made by hand. */
	owner: string | null;
}

export interface Assignment {
	id: string;
	kind: 'PICKUP' | 'DELIVERY' | 'BREAK' | 'CHARGING';
	/** Null for what is done for the driver or the vehicle. */
	shipmentId: string | null;
	arrivedAt: string | null;
	doneAt: string | null;
	endStatus: string | null;
	/** What the driver recorded. */
	registrations: Record<string, unknown>;
	changes: number;
}

export interface Stop {
	id: string;
	sequence: number;
	address: Address;
	/** Fixed by planning. */
	windowFrom: string | null;
	windowTo: string | null;
	arrivedAt: string | null;
	doneAt: string | null;
	assignments: Assignment[];
}

export interface Shipment {
	id: string;
	order: Order;
	trackingCode: string;
	supplier: string | null;
	done: boolean;
}

export type TourState = 'new' | 'planned' | 'assigned' | 'started' | 'finished';

export interface Tour {
	id: string;
	name: string;
	serviceCentre: string;
	date: string;
	state: TourState;
	driverId: string | null;
	stops: Stop[];
	shipments: Shipment[];
	/** For sending them again. */
	lastEvents: Occurrence[];
}

/** Something that happened, at the smallest object that it is about. */
export interface Occurrence {
	event: RoutigoEvent;
	at: string;
	kind: RoutigoType;
	id: string;
}
