import type { Delivery } from '../core/delivery';
import { Refusal } from '../core/refusal';
import { choicesFor } from '../core/steps';
import { contactView } from './contactView';
import { CONTACT_STEPS } from './contactSteps';
import { READYCLOUD_ORG } from './defaults';
import type { Org } from './model';
import { ORDER_STEPS } from './orderSteps';
import { orderView } from './orderView';
import { Problem } from './problem';
import type { ContactScope, OrderScope } from './scopes';
import type { ReadyCloudService } from './service';

/** The organization that people work in. */
export function orgOf(service: ReadyCloudService): Org {
	const org = service.store.org(READYCLOUD_ORG);
	if (!org) throw new Refusal(404, `There is no organization ${READYCLOUD_ORG}.`);
	return org;
}

/** Turns the API's refusal into one for a person. */
export function toldToPerson<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof Problem) throw new Refusal(error.status, error.message);
		throw error;
	}
}

/** What came of something that was done to an order. */
export function orderReport(at: OrderScope, deliveries: Delivery[]): Record<string, unknown> {
	const job = orderView(at, { boxes: true, items: true, compactItems: 'empty' });
	return { id: at.order.id, job, steps: choicesFor(ORDER_STEPS, at), deliveries };
}

/** What came of something that was done to a contact. */
export function contactReport(at: ContactScope, deliveries: Delivery[]): Record<string, unknown> {
	const job = contactView(at, true);
	return { id: at.contact.id, job, steps: choicesFor(CONTACT_STEPS, at), deliveries };
}
