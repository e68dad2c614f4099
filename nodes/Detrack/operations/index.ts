import type { Resource } from '../../shared/action/actions';
import type { ApiClient } from '../../shared/api/apiClient';
import { job } from './job';
import { vehicle } from './vehicle';

/** Everything that the Detrack node can do. */
export const DETRACK_RESOURCES: ReadonlyArray<Resource<ApiClient>> = [job, vehicle];
