import { Type } from 'class-transformer';
import {
  Equals,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export class UrlSource {
  @Equals('url') type: 'url';
  @IsString() @MaxLength(2048) @Matches(/^https:\/\/[^@/?#]+([/?#].*)?$/) url: string;
}

export class IngestOptions {
  @IsOptional() @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) language?: string;
  @IsOptional() @IsInt() @Min(1_000) @Max(600_000) min_clip_ms?: number;
  @IsOptional() @IsInt() @Min(1_000) @Max(600_000) max_clip_ms?: number;
  @IsOptional() @IsInt() @Min(1) @Max(12) max_moments?: number;
}

export class NewIngest {
  @IsString() @MaxLength(100) project_id: string;
  @ValidateNested() @Type(() => UrlSource) source: UrlSource;
  @IsOptional() @ValidateNested() @Type(() => IngestOptions) options?: IngestOptions;
  @IsOptional() @IsIn(['high', 'standard', 'batch']) priority?: string;
  @IsOptional() @IsISO8601() run_at?: string;
  @IsOptional() @IsObject() metadata?: Record<string, string>;
}
