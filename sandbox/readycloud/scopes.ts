import type { FastifyRequest } from 'fastify';

import { pathValue } from '../core/query';
import type { Box, Contact, Order, Org } from './model';
import { notFound, ReadyCloudProblem } from './problem';
import type { ReadyCloudService } from './service';

/** Where in the tree of resources a request points. */
export interface OrgScope {
	org: Org;
}
export interface OrderScope extends OrgScope {
	order: Order;
}
export interface BoxScope extends OrderScope {
	box: Box;
}
export interface ContactScope extends OrgScope {
	contact: Contact;
}

/** Reads a scope off a request's path; throws a problem where something is not there. */
export type ScopeOf<S> = (service: ReadyCloudService, request: FastifyRequest) => S;

export const orgScope: ScopeOf<OrgScope> = (service, request) => {
	const org = service.store.org(pathValue(request, 'org'));
	if (!org) throw notFound();
	if (org.fields.deleted_at !== null) {
		const status = service.settings.values.deletedOrgStatus;
		throw status === 404
			? notFound()
			: new ReadyCloudProblem(status, 'This organization was deleted.');
	}
	return { org };
};

export const orderScope: ScopeOf<OrderScope> = (service, request) => {
	const { org } = orgScope(service, request);
	return { org, order: named(org.orders, request, 'order') };
};

export const boxScope: ScopeOf<BoxScope> = (service, request) => {
	const { org, order } = orderScope(service, request);
	return { org, order, box: named(order.boxes, request, 'box') };
};

export const contactScope: ScopeOf<ContactScope> = (service, request) => {
	const { org } = orgScope(service, request);
	return { org, contact: named(org.contacts, request, 'contact') };
};

/** The object that a placeholder of the path names; ids are compared with their case. */
export function named<E extends { id: string }>(
	all: readonly E[],
	request: FastifyRequest,
	placeholder: string,
): E {
	const id = pathValue(request, placeholder);
	const found = all.find((each) => each.id === id);
	if (!found) throw notFound();
	return found;
}
