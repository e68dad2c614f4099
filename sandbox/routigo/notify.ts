import type { Delivery } from '../core/delivery';
import { bodyOf } from './bodies';
import { LEGACY_EVENT, LEGACY_TYPE, TYPES } from './defaults';
import { deliver } from './deliver';
import { legacyBody } from './legacyBody';
import type { Occurrence, Tour, Webhook } from './model';
import type { RoutigoService } from './service';
import { isSmaller, shipmentsOf, type Thing, thingsOf } from './things';

/** Tells the webhooks that are registered for it; resolves after the first tries. */
export async function emit(
	service: RoutigoService,
	tour: Tour,
	events: readonly Occurrence[],
): Promise<Delivery[]> {
	if (events.length > 0) tour.lastEvents = [...events];
	const sent = events.flatMap((event) =>
		service.store.webhooks.flatMap((webhook) => notify(service, webhook, tour, event)),
	);
	return (await Promise.all(sent)).flat();
}

/** Sends one webhook what an event means to it: nothing, one notification, or several. */
function notify(
	service: RoutigoService,
	webhook: Webhook,
	tour: Tour,
	event: Occurrence,
): Array<Promise<Delivery[]>> {
	const { routigoEvent, routigoEventType, serviceCentres = [] } = webhook.config;
	if (!isFor(routigoEvent, event)) return [];
	if (serviceCentres.length > 0 && !serviceCentres.includes(tour.serviceCentre)) return [];
	const settings = service.settings.values;
	const send = (body: unknown): Promise<Delivery[]> => {
		const label = `${routigoEvent} / ${routigoEventType}`;
		const references = tour.shipments.map(({ order }) => String(order.identifier));
		const subject = { id: tour.id, reference: tour.name, references };
		return deliver(service, webhook, subject, { label, body, at: event.at });
	};
	if (routigoEventType === LEGACY_TYPE) {
		return contains(webhook, tour.shipments) ? [send(legacyBody(tour, settings))] : [];
	}
	const type = TYPES.find((each) => each === routigoEventType);
	if (!type) return [];
	const things = thingsOf(tour, event, type);
	if (settings.smallerTypes === 'list' && isSmaller(type, event.kind)) {
		const wanted = things.some((thing) => hasSupplier(webhook, thing));
		return wanted ? [send(things.map((thing) => bodyOf(thing, event, settings)))] : [];
	}
	return things
		.filter((thing) => hasSupplier(webhook, thing))
		.map((thing) => send(bodyOf(thing, event, settings)));
}

function isFor(registered: string, { event }: Occurrence): boolean {
	return registered === event || (registered === LEGACY_EVENT && event === 'TOUR_PLANNED');
}

function hasSupplier(webhook: Webhook, { tasks }: Thing): boolean {
	return contains(webhook, shipmentsOf(tasks));
}

function contains(
	{ config }: Webhook,
	shipments: ReadonlyArray<{ supplier: string | null }>,
): boolean {
	const { supplierToFilterOn } = config.action;
	return !supplierToFilterOn || shipments.some(({ supplier }) => supplier === supplierToFilterOn);
}
