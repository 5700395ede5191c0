import { acceptDelete, acceptSend, acceptUpdate, readActivity } from './bot-messages';
import type { Cloud } from './cloud';
import { connectorRoute } from './connector-gate';
import { openForBot } from './conversation-access';
import { createConversation } from './create-conversation';
import type { HttpRouter, RouteRequest } from './http-router';

/** The Bot Framework connector's REST routes for conversations and their activities. */
export function addConnectorRoutes(router: HttpRouter, cloud: Cloud): void {
  const conversations = '/:region/v3/conversations';
  const activities = `${conversations}/:conversationId/activities`;
  const open = (request: RouteRequest) => openForBot(cloud, request.parameters.conversationId ?? '');
  const send = connectorRoute(cloud, 'send', (request) => {
    const activity = readActivity(request.json());
    const replyToId = request.parameters.activityId;
    const id = acceptSend(cloud, open(request), replyToId === undefined ? activity : { ...activity, replyToId });
    return { status: 201, body: { id } };
  });
  router.on(
    'POST',
    conversations,
    connectorRoute(cloud, 'create-conversation', (request) => ({
      status: 201,
      body: createConversation(cloud, request.json()),
    })),
  );
  router.on('POST', activities, send);
  router.on('POST', `${activities}/:activityId`, send);
  router.on(
    'PUT',
    `${activities}/:activityId`,
    connectorRoute(cloud, 'update', (request) => {
      const id = request.parameters.activityId ?? '';
      acceptUpdate(cloud, open(request), id, readActivity(request.json()));
      return { status: 200, body: { id } };
    }),
  );
  router.on(
    'DELETE',
    `${activities}/:activityId`,
    connectorRoute(cloud, 'delete', (request) => {
      acceptDelete(cloud, open(request), request.parameters.activityId ?? '');
      return { status: 200 };
    }),
  );
}
