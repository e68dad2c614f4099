import { htmlAnswer, jsonAnswer } from '../core/answer';
import { pathValue, queryValue } from '../core/query';
import { API_PATH, ORGANIZATION, type Vehicle, VEHICLES } from './defaults';
import { WRITABLE } from './fieldNames';
import { listAnswer, pageAsked, pageLink } from './paging';
import type { DetrackApi } from './service';

/** Vehicles and the key's owner; both are known from Detrack's own clients. */
export function addAccountRoutes({ routes, open, service }: DetrackApi): void {
	routes.get(`${API_PATH}/vehicles`, (request) => {
		const settings = service.settings.values;
		const asked = (name: string): string => queryValue(request, name) ?? '';
		const page = pageAsked(asked('page'), asked('limit'));
		const is = (name: string, value: string): boolean => ['', value].includes(asked(name));
		const [zone, group] = [asked('zone'), asked('group_id')];
		const found = VEHICLES.filter(
			({ name, detrack_id, zones, groups }) =>
				is('name', name) &&
				is('detrack_id', detrack_id) &&
				(zone === '' || zones.includes(zone)) &&
				(group === '' || groups.some(({ id }) => id === group)),
		);
		const link = (number: number): string => pageLink(request, number, page.limit, settings);
		return listAnswer(bySort(found, asked('sort')), page, settings, { show: vehicleView, link });
	});
	routes.get(`${API_PATH}/profile`, () => {
		const names = [...WRITABLE.keys(), 'items'];
		const data = {
			name: 'Example Dispatcher',
			current_organization: { name: ORGANIZATION },
			enabled_job_fields: Object.fromEntries(names.map((name) => [name, true])),
		};
		return jsonAnswer(200, { data });
	});
	open.get('/t/:code', (request) => {
		const code = pathValue(request, 'code').replace(/\W/g, '');
		return htmlAnswer(200, `Tracking ${code}`);
	});
}

function bySort(vehicles: readonly Vehicle[], sort: string): Vehicle[] {
	const sign = sort.startsWith('-') ? -1 : 1;
	const detrackId = sort.endsWith('detrack_id');
	const key = ({ detrack_id, name }: Vehicle): string => (detrackId ? detrack_id : name);
	return [...vehicles].sort((a, b) => sign * (key(a) < key(b) ? -1 : 1));
}

function vehicleView(vehicle: Vehicle): Record<string, unknown> {
	return {
		...vehicle,
		speed_limit: 90,
		stationary_limit: 20,
		can_grab_job: false,
		status: 'normal',
		connection: 'on',
		speed: 0,
		max_speed: 71,
		avg_speed: 24,
		distance: 18.4,
		battery: 88,
		gps: true,
		lat: -27.4498,
		lng: 153.0462,
		address: '2 Depot Road, Newstead QLD 4006, Australia',
		connected_at: null,
		tracked_at: null,
		checked_in_at: null,
		created_at: '2026-01-12T00:00:00.000Z',
		last_pod_at: null,
		route: null,
		heading_to: null,
	};
}
