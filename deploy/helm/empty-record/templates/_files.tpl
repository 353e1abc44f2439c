{{/*
The files of prometheus/ and grafana/, the same that compose mounts: files/ has links to both folders, and Helm follows
them. A key takes no slash, so a file of a folder is FOLDER.FILE, and the mount puts it back.
*/}}
{{- define "region.prometheus-paths" -}}
{{- range $path, $_ := .Files.Glob "files/prometheus/**.yml" }}
{{- $below := trimPrefix "files/prometheus/" $path }}
{{ replace "/" "." $below }}: {{ $below }}
{{- end }}
{{- end }}

{{- define "region.dashboard-paths" -}}
{{- range $path, $_ := .Files.Glob "files/grafana/dashboards/*.json" }}
{{ base $path }}: {{ base $path }}
{{- end }}
{{- end }}

{{/* The three ConfigMaps' data, by name. */}}
{{- define "region.files" -}}
prometheus:
  {{- range $path, $bytes := .Files.Glob "files/prometheus/**.yml" }}
  {{ trimPrefix "files/prometheus/" $path | replace "/" "." }}: {{ toString $bytes | toJson }}
  {{- end }}
grafana-provisioning:
  dashboards.yml: {{ .Files.Get "files/grafana/provisioning/dashboards/empty-record.yml" | toJson }}
  datasources.yml: {{ .Files.Get "files/grafana/provisioning/datasources/prometheus.yml" | toJson }}
grafana-dashboards:
  {{- range $path, $bytes := .Files.Glob "files/grafana/dashboards/*.json" }}
  {{ base $path }}: {{ toString $bytes | toJson }}
  {{- end }}
{{- end }}
