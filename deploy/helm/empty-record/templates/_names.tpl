{{/* The region's Services in the order of their addresses: PREFIX.FIRST is the first one's. */}}
{{- define "region.names" -}}
- fake-route53
- lb-1a
- lb-1b
- lb-1c
- network-manager
- fake-dynamo
- dns-planner
- dns-enactor-a
- dns-enactor-b
- dns-enactor-c
- droplets
- dwfm
- nlb-healthcheck
- control-room
- prometheus
- alertmanager
- grafana
{{- end }}

{{/* What runs: a container each, described in services/NAME.yaml. */}}
{{- define "region.running" -}}
{{- $names := list "fake-route53" "fake-dynamo" "dns-planner" "dns-enactor-a" "dns-enactor-b" "dns-enactor-c" "droplets" "dwfm" "network-manager" "nlb-healthcheck" "control-room" }}
{{- if .Values.observability }}{{ $names = concat $names (list "prometheus" "alertmanager" "grafana") }}{{ end }}
{{- if .Values.lab.enabled }}{{ $names = append $names "lab" }}{{ end }}
{{- toYaml $names }}
{{- end }}

{{/* (list ROOT NAME): the fixed cluster address of a Service. */}}
{{- define "region.address" -}}
{{- $root := first . }}{{ $name := last . }}
{{- range $i, $each := include "region.names" $root | fromYamlArray }}
{{- if eq $each $name }}{{ $root.Values.addresses.prefix }}.{{ add (int $root.Values.addresses.first) $i }}{{ end }}
{{- end }}
{{- end }}

{{/* (list ROOT NAME): what services/NAME.yaml says. */}}
{{- define "region.described" -}}
{{ include (printf "region.%s" (last .)) (first .) }}
{{- end }}

{{/* (list ROOT NAME): labels of an object. */}}
{{- define "region.labels" -}}
{{ include "region.selector" . }}
app.kubernetes.io/part-of: empty-record
app.kubernetes.io/managed-by: {{ (first .).Release.Service }}
helm.sh/chart: {{ (first .).Chart.Name }}-{{ (first .).Chart.Version }}
{{- end }}

{{/* (list ROOT NAME): labels that never change. */}}
{{- define "region.selector" -}}
app.kubernetes.io/name: {{ last . }}
app.kubernetes.io/instance: {{ (first .).Release.Name }}
{{- end }}

{{/* Name of the Secret with the facilitator's token. */}}
{{- define "region.token" -}}
{{ .Values.tokenSecret | default "facilitator-token" }}
{{- end }}
