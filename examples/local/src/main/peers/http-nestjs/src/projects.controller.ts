import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Caller } from './caller';
import { CurrentCaller } from './caller';
import { PageQuery } from './page.query';
import { ProjectPage, ProjectResource, ProjectsService } from './projects.service';
import { RequiredScope, ScopeGuard } from './scope.guard';

@UseGuards(ScopeGuard)
@Controller('v1/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get(':id')
  @RequiredScope('projects:read')
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectResource> {
    const project = await this.projects.get(caller, id);
    reply.header('ETag', `"${project.version}"`);
    return ProjectResource.from(project);
  }

  @Get()
  @RequiredScope('projects:read')
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<ProjectPage> {
    return this.projects.list(caller, query.limit, query.cursor);
  }
}
