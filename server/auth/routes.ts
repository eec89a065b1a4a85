import { OpenAPIHono } from '@hono/zod-openapi';
import type { Atlas } from '../atlas.ts';
import { accountRoutes } from './account-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { organisatieRoutes } from './organisatie-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { createSignIn } from './sign-in.ts';

/** Signing in and out, accounts and roles, invitations, organisations, the own personal data and the audit log. */
export function authRoutes(atlas: Atlas): OpenAPIHono {
  const signIn = createSignIn(atlas.services);
  return new OpenAPIHono()
    .route('/', sessionRoutes(signIn))
    .route('/', ownRoutes(signIn))
    .route('/', oidcRoutes(signIn))
    .route('/', linkRoutes(signIn))
    .route('/', organisatieRoutes(signIn))
    .route('/', accountRoutes(signIn));
}
