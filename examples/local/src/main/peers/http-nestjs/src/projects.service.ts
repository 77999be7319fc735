import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Caller } from './caller';
import * as cursors from './cursors';
import { Project } from './entities';
import { Problem } from './problem';
import { Tenancy } from './tenancy.service';
import * as typeids from './typeids';

/** A project as the API shows it; a plain object, which Fastify writes faster than what is transformed first. */
export class ProjectResource {
  private constructor(
    readonly id: string,
    readonly name: string,
    readonly environment: string,
    readonly metadata: Record<string, string>,
    readonly created_at: Date,
    readonly updated_at: Date,
  ) {}

  static from(project: Project): ProjectResource {
    return new ProjectResource(
      typeids.write('prj', project.id),
      project.name,
      project.environment,
      project.metadata,
      project.createdAt,
      project.updatedAt,
    );
  }
}

export interface ProjectPage {
  data: ProjectResource[];
  has_more: boolean;
  next_cursor?: string;
}

@Injectable()
export class ProjectsService {
  constructor(private readonly tenancy: Tenancy) {}

  async get(caller: Caller, text: string): Promise<Project> {
    const id = typeids.find('prj', text);
    const project =
      id === undefined
        ? null
        : await this.tenancy.run(caller, (it) => it.findOneBy(Project, { id, deletedAt: IsNull() }));
    if (project === null) {
      throw new Problem(404, 'not_found', 'There is no such project.');
    }
    return project;
  }

  async list(caller: Caller, limit: number, cursor: string | undefined): Promise<ProjectPage> {
    const before = cursors.read(cursor, 'projects', caller);
    const rows = await this.tenancy.run(caller, (it) =>
      it.find(Project, {
        where: { deletedAt: IsNull(), ...(before === undefined ? {} : { id: LessThan(before) }) },
        order: { id: 'DESC' },
        take: limit + 1, // one more than asked for, to know whether there are more
      }),
    );
    const more = rows.length > limit;
    const shown = more ? rows.slice(0, limit) : rows;
    return {
      data: shown.map(ProjectResource.from),
      has_more: more,
      ...(more ? { next_cursor: cursors.write(shown[shown.length - 1]!.id, 'projects', caller) } : {}),
    };
  }
}
